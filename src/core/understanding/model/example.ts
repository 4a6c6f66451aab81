import type { CrisisType, HeardCode } from '../understood.ts'
import { fnv } from './ngrams.ts'

/** One line of the example sets, written for the project, or a sentence of a template. */
export type Example = (Danger | Calm | Need) & {
  /** The template it was made from: sentences of one template are never torn apart. */
  readonly from?: string | undefined
  /** What its lines are variations of (the pills that are saved up), with the calm ones that look like them. */
  readonly family?: string | undefined
}

/** Somebody is in danger, or lacks what nobody can do without. */
export type Danger = {
  readonly text: string
  readonly label: 'high' | 'imminent'
  readonly type: CrisisType
}

/**
 * No danger. `none`: an answer or a short message; `story`: a sentence or two about a life;
 * `alike`: written to sound like danger (「笑死我了」, 「救命钱收到了」); `watch`: no alarm, but the
 * adviser should know (「活得真累」).
 */
type Calm = {
  readonly text: string
  readonly label: 'none' | 'story' | 'alike' | 'watch'
  readonly note?: string | undefined
}

/** A need that is there (`present`), or the same matter without being in need (`topic`). */
type Need = {
  readonly text: string
  readonly label: 'present' | 'topic'
  readonly type: HeardCode
  readonly also?: readonly HeardCode[] | undefined
}

/** All example files of one language. */
export type Examples = {
  readonly examples: readonly Example[]
  /** Content hash of all files. */
  readonly hash: string
}

/** `train` is learned from, in folds that choose the thresholds too; `test` only measures. */
export type Part = 'train' | 'test'

type Origin = Pick<Example, 'text' | 'from' | 'family'>

/**
 * Of written lines 85 % and 15 %, by families where they have one, of templates two thirds and one; the text
 * itself, the family or the template decides, so that a line never moves from one to the other.
 */
export function partOf({ text, from, family }: Origin): Part {
  if (from !== undefined) return fnv(from) % 3 === 0 ? 'test' : 'train'
  return fnv(family ?? text) % 100 < 85 ? 'train' : 'test'
}

export const FOLDS = 5
/** In how many ways the examples are split into folds: one alone is a matter of luck. */
export const SPLITS = 3

/** Which fifth a text, or all of a family or template, belongs to, when split in one of the ways. */
export function foldOf({ text, from, family }: Origin, split: number): number {
  return (fnv(`${split}${from ?? family ?? text}`) >>> 8) % FOLDS
}

export function isDanger(example: Example): example is Example & Danger {
  return example.label === 'high' || example.label === 'imminent'
}

/** What residents mostly write: answers and stories without danger, not sought out to deceive. */
export function isOrdinary(example: Example): boolean {
  return ORDINARY.has(example.label)
}

const ORDINARY: ReadonlySet<string> = new Set(['none', 'story', 'present', 'topic'])

/** A sentence or two about a life, with or without need. */
export function isStory({ label }: Example): boolean {
  return label === 'story' || label === 'present' || label === 'topic'
}
