import type { Compiled } from '../compile.ts'
import { normalise } from '../normalise.ts'
import type { CrisisType } from '../understood.ts'
import {
  type Danger,
  type Example,
  FOLDS,
  foldOf,
  isDanger,
  isOrdinary,
  partOf,
} from './example.ts'
import { joinStories } from './join-stories.ts'
import { learn } from './learn.ts'
import { type Ngram, ngramsOf } from './ngrams.ts'
import { score, scorerOf } from './score.ts'
import { shapeOf } from './shape.ts'
import type { StoredClass, Weights } from './weights.ts'

/**
 * At most this share of ordinary messages (answers and stories that speak of no danger) may raise an
 * alarm, or a note. Look-alikes are sought out to deceive and are counted apart.
 */
const FALSE_ALARMS = 0.01
const FALSE_NOTES = 0.02

type Read = {
  readonly example: Example
  readonly fold: number
  readonly ngrams: readonly Ngram[]
}

/** Learns from what is kept for learning; the test part stays unseen. */
export function trainDanger(
  examples: readonly Example[],
  hash: string,
  compiled: Compiled,
): Weights {
  const read = Array.from({ length: FOLDS }, (_, fold) => {
    const own = examples.filter((e) => partOf(e.text) === 'train' && foldOf(e.text) === fold)
    return [...own, ...joinStories(own)].map(
      (example): Read => ({ example, fold, ngrams: featuresOf(example.text, compiled) }),
    )
  }).flat()
  const calm = unseenScores(read)
  return {
    examples: hash,
    high: threshold(calm, FALSE_ALARMS),
    watch: threshold(calm, FALSE_NOTES),
    danger: learned('danger', read, isDanger),
    types: typesOf(examples).map((type) =>
      learned(type, read, (e) => isDanger(e) && e.type === type),
    ),
  }
}

function featuresOf(text: string, compiled: Compiled): readonly Ngram[] {
  return ngramsOf(shapeOf(normalise(text, compiled).text, compiled))
}

function learned(
  name: string,
  read: readonly Read[],
  isIn: (example: Example) => boolean,
): StoredClass {
  return learn(
    name,
    read.map(({ example, ngrams }) => ({ ngrams, isIn: isIn(example) })),
  )
}

/** How ordinary messages score with weights that never saw them: each fold by the other ones. */
function unseenScores(read: readonly Read[]): readonly number[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const others = read.filter((r) => r.fold !== fold)
    const scorer = scorerOf(learned('danger', others, isDanger))
    return read
      .filter((r) => r.fold === fold && isOrdinary(r.example))
      .map((r) => score(scorer, r.ngrams))
  }).flat()
}

function typesOf(examples: readonly Example[]): readonly CrisisType[] {
  const dangers = examples.filter((e): e is Danger => isDanger(e))
  return [...new Set(dangers.map((e) => e.type))].sort()
}

/** The lowest threshold, in steps of 1/100, that at most this share of calm scores reaches. */
function threshold(calm: readonly number[], share: number): number {
  for (let percent = 5; percent < 100; percent++) {
    const alarms = calm.filter((value) => value >= percent / 100).length
    if (alarms <= share * calm.length) return percent / 100
  }
  return 1
}
