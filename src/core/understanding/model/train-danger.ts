import type { Compiled } from '../compile.ts'
import type { Mapped } from '../mapped.ts'
import { normalise } from '../normalise.ts'
import type { CrisisType } from '../understood.ts'
import {
  type Danger,
  type Example,
  FOLDS,
  foldOf,
  isDanger,
  isOrdinary,
  isStory,
} from './example.ts'
import { featuresOf } from './features.ts'
import { joinStories } from './join-stories.ts'
import { type Care, DANGER, learn, TYPE } from './learn.ts'
import type { Ngram } from './ngrams.ts'
import { scorerOf } from './score.ts'
import { worstOf } from './sense-danger.ts'
import type { StoredClass, Weights } from './weights.ts'
import { windowsOf } from './windows.ts'

/** At most this share of calm turns may raise an alarm, or a note. */
const FALSE_ALARMS = 0.01
const FALSE_NOTES = 0.02
/** Share of answers among the turns of a chat: a dozen answers, and twice something is told. */
const ANSWERS = 12 / 14
/** Stories stand nearest to danger and are fewest: each is learned from twice. */
const STORY_TIMES = 2

type Read = {
  readonly example: Example
  readonly fold: number
  /** The whole text of a danger; of a calm text every stretch, since each of them is calm. */
  readonly learned: readonly (readonly Ngram[])[]
  readonly heard: Mapped
}

/**
 * Learns from all examples it is given. To measure, give it those of `partOf` train and look at the
 * others; what is put to use has learned from all.
 */
export function trainDanger(
  examples: readonly Example[],
  hash: string,
  compiled: Compiled,
): Weights {
  const read = Array.from({ length: FOLDS }, (_, fold) => {
    const own = examples.filter((e) => foldOf(e) === fold)
    return [...own, ...joinStories(own)].map((example) => readOf(example, fold, compiled))
  }).flat()
  const calm = unseenScores(read, compiled)
  return {
    examples: hash,
    high: threshold(calm, FALSE_ALARMS),
    watch: threshold(calm, FALSE_NOTES),
    danger: learned('danger', read, isDanger),
    types: typesOf(examples).map((type) =>
      learned(type, read, (e) => isDanger(e) && e.type === type, TYPE),
    ),
  }
}

function readOf(example: Example, fold: number, compiled: Compiled): Read {
  const heard = normalise(example.text, compiled)
  const windows = isDanger(example) ? [heard] : windowsOf(heard)
  const features = windows.map((w) => featuresOf(w.text, compiled))
  const times = isStory(example) ? STORY_TIMES : 1
  return { example, fold, heard, learned: Array.from({ length: times }, () => features).flat() }
}

function learned(
  name: string,
  read: readonly Read[],
  isIn: (example: Example) => boolean,
  care: Care = DANGER,
): StoredClass {
  return learn(
    name,
    read.flatMap((r) => r.learned.map((ngrams) => ({ ngrams, isIn: isIn(r.example) }))),
    care,
  )
}

/** How likely each calm text seems to weights that never saw it: each fold by the other ones. */
function unseenScores(read: readonly Read[], compiled: Compiled): Calm {
  const scores = { answers: [] as number[], stories: [] as number[] }
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = read.filter((r) => r.fold !== fold)
    const scorer = scorerOf(learned('danger', others, isDanger))
    for (const { example, heard } of read.filter((r) => r.fold === fold && isOrdinary(r.example))) {
      const of = example.label === 'none' ? scores.answers : scores.stories
      of.push(worstOf(heard, scorer, compiled).danger)
    }
  }
  return scores
}

type Calm = { readonly answers: readonly number[]; readonly stories: readonly number[] }

function typesOf(examples: readonly Example[]): readonly CrisisType[] {
  const dangers = examples.filter((e): e is Danger => isDanger(e))
  return [...new Set(dangers.map((e) => e.type))].sort()
}

/** The lowest threshold, in steps of 1/100, that at most this share of calm turns reaches. */
function threshold({ answers, stories }: Calm, share: number): number {
  for (let percent = 5; percent < 100; percent++) {
    const of = (scores: readonly number[]) =>
      scores.filter((value) => value >= percent / 100).length / Math.max(1, scores.length)
    if (ANSWERS * of(answers) + (1 - ANSWERS) * of(stories) <= share) return percent / 100
  }
  return 1
}
