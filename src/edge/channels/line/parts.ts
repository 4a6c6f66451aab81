import type { Instant } from '../../../core/time.ts'
import type { ChannelSink } from '../../../work/ports/channel.ts'
import type { ShortMemory } from '../../short-memory.ts'
import type { Breaker } from './breaker.ts'
import type { CallLine } from './call-line.ts'
import type { FileLinks } from './file-links.ts'
import type { ReplyTokens } from './reply-tokens.ts'
import type { Stances } from './stances.ts'
import type { Trouble } from './trouble.ts'

/** What the adapter's deeds share. */
export type LineParts = {
  readonly sink: ChannelSink
  readonly texts: LineTexts
  readonly patience: number
  /** Current and former channel secrets. */
  readonly secrets: readonly string[]
  readonly call: CallLine
  readonly tokens: ReplyTokens
  readonly breaker: Breaker
  readonly trouble: Trouble
  readonly links: FileLinks | null
  readonly stances: Stances
  readonly dots: { underWay: number }
  /** When somebody was last sent something. */
  readonly answered: ShortMemory<Instant>
  /** Groups that know that they should write alone. */
  readonly told: ShortMemory<true>
  /** Types of events that the house has no use for, each with how many came. */
  readonly ignored: Map<string, number>
}

/** Texts of locales/zh-CN/channels.yaml. */
export type LineTexts = {
  /** To a group: `group.alone`. */
  readonly alone: string
  /** Below the words, for what cannot be shown: `file.link`, with `{link}`. */
  readonly fileLink: string
  /** The same in a house without a public address: `file.ask`. */
  readonly fileAsk: string
}
