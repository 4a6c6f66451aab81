import type { Message } from '../../../core/contract/message.ts'

export const SIZES = ['normal', 'large', 'huge'] as const

export type Size = (typeof SIZES)[number]

export type ChatView = {
  /** Id of the conversation. */
  readonly talk: string
  readonly messages: readonly Message[]
  readonly size: Size
  /** Undefined = Chinese. */
  readonly language: string | undefined
  /** Fresh ids for the forms: the same form sent twice is one message. */
  readonly id: () => string
  /** What could not be taken, given back to be cut. */
  readonly draft?: string
  /** Why something was not taken. */
  readonly note?: string
}
