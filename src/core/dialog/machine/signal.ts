import type { HeardNeed } from '../../casework/case-file.ts'
import type { DeskAct } from '../../events/incoming.ts'
import type { Instant } from '../../time.ts'
import type { Fresh } from '../fresh.ts'
import type { KnownFile } from '../known-file.ts'
import type { Value } from './memory.ts'

/** What a message means to the machine: XState's event. */
export type Signal = Meaning & {
  readonly now: Instant
  readonly fresh: Fresh
  readonly known?: KnownFile
}

export type Meaning =
  | { readonly type: 'start' }
  /** An answer to the open question, or a yes/no to what is being confirmed. */
  | {
      readonly type: 'answer'
      readonly value: Value
      readonly heard?: readonly HeardNeed[]
      readonly stated?: Readonly<Record<string, Value>>
    }
  | { readonly type: 'yes' }
  | { readonly type: 'no' }
  /** Two options fit equally well. */
  | { readonly type: 'between'; readonly keys: readonly string[] }
  /** 0 where a number is asked: nothing, or a person? */
  | { readonly type: 'zero' }
  | { readonly type: 'miss' }
  /** No answer, but a story with a need in it, or a value that is asked for later. */
  | ({
      readonly type: 'told'
      readonly story?: { readonly slot: string; readonly value: Value }
    } & Told)
  | { readonly type: 'skip'; readonly how: 'skip' | 'refuse' | 'unsure' }
  | { readonly type: 'correct'; readonly slot?: string; readonly value?: Value }
  | {
      readonly type: 'crisis'
      readonly tier: 'high' | 'imminent'
      readonly kind: string
      readonly rule: string
      readonly answer?: Value
      /** What else the cry tells: nobody has to tell it twice. */
      readonly told?: Told
    }
  | { readonly type: 'watch'; readonly kind: string; readonly rule: string }
  | { readonly type: RepairAct }
  /** Words that a step offered lead on from here: 「现在就交」. */
  | { readonly type: 'leave'; readonly step: string }
  | { readonly type: 'media'; readonly media: string; readonly count: number }
  /** Written before the open question was asked: it answers nothing. */
  | { readonly type: 'late' }
  /** The chat was opened again in the middle of the talk. */
  | { readonly type: 'reopened' }
  | { readonly type: 'silence' }
  | { readonly type: 'desk'; readonly desk: DeskAct }

/** Steering words that work at every question of every flow (the field calls these repair patterns). */
export const REPAIR_ACTS = [
  'back',
  'why',
  'repeat',
  'progress',
  'pause',
  'resume',
  'restart',
  'larger',
  'status',
  'withdraw',
  'person',
  'urgent',
  'robot',
  'thanks',
  'greet',
  'goodbye',
] as const

export type RepairAct = (typeof REPAIR_ACTS)[number]

/** Needs that were heard, and values of later questions. */
export type Told = {
  readonly heard: readonly HeardNeed[]
  readonly stated: Readonly<Record<string, Value>>
}
