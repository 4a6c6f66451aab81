import type { Points } from '../../../core/assessment/grade.ts'
import type { ChannelName } from '../../../core/contract/channel/channel-table.ts'
import type { Begin } from '../../../core/dialog/rehearse/moves.ts'
import type { PlacedMove } from '../../../core/dialog/rehearse/replay.ts'
import type { Walked } from '../../../core/dialog/rehearse/walked.ts'
import type { Reason } from '../../../core/dialog/rehearse/why-now.ts'
import type { Instant } from '../../../core/time.ts'
import type { Effect } from './effects.ts'

/** A rehearsed talk as it is shown: plain data, so that it can come out of a worker. */
export type View = {
  readonly begin: Begin
  /** The first is how the talk began. */
  readonly turns: readonly Turn[]
  /** Moves that wait for their question, and steps whose answers found none any more. */
  readonly rest: readonly PlacedMove[]
  readonly gone: readonly string[]
  readonly now: Instant
  /** When silence is looked at again; null = never. */
  readonly wakeAt: Instant | null
  /** `phone`, `phone.confirm`, `none`. */
  readonly waits: string
  /** Outcome, `parked`, or `open`. */
  readonly ends: string
  readonly why: readonly SaidReason[]
  readonly known: readonly Known[]
  readonly case: CaseShown | null
  /** What the machine took for this last move, in milliseconds. */
  readonly took: number
}

export type Turn = {
  readonly placed: PlacedMove | null
  /** Label of the option that was tapped. */
  readonly tapped: string | null
  readonly at: Instant
  readonly said: readonly Said[]
  readonly walked: readonly Walked[]
  readonly effects: readonly Effect[]
  readonly waits: string
}

/** One message as the channel shows it. */
export type Said = {
  readonly from: 'bot' | 'adviser' | 'system'
  readonly by: string | null
  readonly text: string
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly style: 'buttons' | 'chips' | 'menu' | 'none'
}

/** A reason with its condition read out, and its indicator by name. */
export type SaidReason = Reason & { readonly reads?: string }

export type Known = {
  readonly slot: string
  readonly label: string
  readonly reads: string
  readonly basis: string
  readonly step: string
}

export type CaseShown = {
  readonly number: string
  readonly status: string
  readonly place: string
  readonly rule: string
  readonly urgency: string
  readonly grade: string
  readonly points: Points | null
  readonly heard: readonly string[]
}

/** Channels that the phone can pretend to be. */
export const SHOWN: readonly ChannelName[] = ['web', 'wechat-oa', 'wecom-kf', 'line', 'wechaty']

/** Why the texts as they are cannot be played. */
export type Unplayable = {
  readonly code: 'unreadable' | 'condition' | 'missing'
  readonly about: string
  readonly step?: string
}

export type Script = { readonly begin: Begin; readonly moves: readonly PlacedMove[] }
