import type { Message } from '../../../core/contract/message.ts'

export const SIZES = ['normal', 'large', 'huge'] as const

export type Size = (typeof SIZES)[number]

export type ChatView = {
  readonly messages: readonly Message[]
  readonly size: Size
  /** Fresh ids for the forms: the same form sent twice is one message. */
  readonly id: () => string
  /** What was too long to take, given back to be cut. */
  readonly draft?: string
}
