import type { Compiled } from '../compile.ts'
import type { Mapped } from '../mapped.ts'
import { normalise } from '../normalise.ts'
import type { CrisisType } from '../understood.ts'
import { type Danger, type Example, FOLDS, foldOf, isDanger, isStory, SPLITS } from './example.ts'
import { featuresOf } from './features.ts'
import { joinStories } from './join-stories.ts'
import { type Care, DANGER, learn, type Text, TYPE, textOf } from './learn.ts'
import { scorerOf } from './score.ts'
import { worstOf } from './sense-danger.ts'
import { type Bearable, type CalmScores, thresholdOf } from './thresholds.ts'
import type { StoredClass, Weights } from './weights.ts'
import { windowsOf } from './windows.ts'
import { withoutGreeting } from './without-greeting.ts'

/** What an alarm, and a note, may cost in calm. */
const ALARM: Bearable = { turns: 0.0155, alike: 0.085 }
const NOTE: Bearable = { turns: 0.035, alike: 1 }
/** Stories stand nearest to danger and are fewest: each is learned from twice. */
const STORY_TIMES = 2

/** A text as it is learned from, and as it is heard. */
type Read = {
  readonly example: Example
  /** The whole text of a danger; of a calm text every stretch, since each of them is calm. */
  readonly learned: readonly Text[]
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
  const read = examples.map((example) => readOf(example, compiled))
  const joined = joinStories(examples).map((example) => readOf(example, compiled))
  const calm = unseenScores(read, compiled)
  return {
    examples: hash,
    high: thresholdOf(calm, ALARM),
    watch: thresholdOf(calm, NOTE),
    danger: learned('danger', [...read, ...joined], isDanger),
    types: typesOf(examples).map((type) =>
      learned(
        type,
        read.filter((r) => isDanger(r.example)),
        (e) => isDanger(e) && e.type === type,
        TYPE,
      ),
    ),
  }
}

function readOf(example: Example, compiled: Compiled): Read {
  const heard = normalise(example.text, compiled)
  const said = withoutGreeting(heard, compiled)
  const windows = isDanger(example) ? [said] : windowsOf(said)
  const texts = windows.map((w) => textOf(featuresOf(w.text, compiled)))
  const times = isStory(example) ? STORY_TIMES : 1
  return { example, heard, learned: Array.from({ length: times }, () => texts).flat() }
}

function learned(
  name: string,
  read: readonly Read[],
  isIn: (example: Example) => boolean,
  care: Care = DANGER,
): StoredClass {
  return learn(
    name,
    read.flatMap((r) => r.learned.map((text) => ({ text, isIn: isIn(r.example) }))),
    care,
  )
}

/**
 * How likely each calm text seems to weights that never saw it: each fold by the other ones, and so in
 * every way to split. Stories are put together within a fold, or half of one would have been seen.
 */
function unseenScores(read: readonly Read[], compiled: Compiled): CalmScores {
  const scores = { answers: [] as number[], stories: [] as number[], alike: [] as number[] }
  for (let split = 0; split < SPLITS; split++) {
    const folds = Array.from({ length: FOLDS }, (_, fold) => {
      const own = read.filter((r) => foldOf(r.example, split) === fold)
      const joined = joinStories(own.map((r) => r.example))
      return [...own, ...joined.map((example) => readOf(example, compiled))]
    })
    folds.forEach((own, fold) => {
      const others = folds.filter((_, other) => other !== fold).flat()
      const scorer = scorerOf(learned('danger', others, isDanger))
      for (const { example, heard } of own.filter((r) => !isDanger(r.example))) {
        scores[kindOf(example)].push(worstOf(heard, scorer, compiled).danger)
      }
    })
  }
  return scores
}

function kindOf(example: Example): keyof CalmScores {
  if (example.label === 'none') return 'answers'
  return isStory(example) ? 'stories' : 'alike'
}

function typesOf(examples: readonly Example[]): readonly CrisisType[] {
  const dangers = examples.filter((e): e is Danger => isDanger(e))
  return [...new Set(dangers.map((e) => e.type))].sort()
}
