import type { SentMedia } from './sent-media.ts'

/** What the house says, channel-neutral. `contract/channel/render.ts` makes buttons, chips or numbers of it. */
export type Outgoing = {
  readonly from: 'bot' | 'adviser' | 'system'
  readonly text: string
  readonly options?: readonly OutgoingOption[]
  /** Several options may be chosen. */
  readonly several?: boolean
  /**
   * question: asked again by the next message, so never repeated blindly; receipt: proof that something was
   * taken; urgent: safety; notice: unasked, kept out of quiet hours.
   */
  readonly urgency: 'question' | 'receipt' | 'urgent' | 'notice'
  /** Name of who speaks, when it is a person. */
  readonly by?: string
  /** What an adviser attached. */
  readonly media?: SentMedia
}

export type OutgoingOption = {
  /** `<step>#<key>`: stays meaningful when the question is old. */
  readonly id: string
  readonly label: string
  /** Chosen by its words: numbers belong to the lines of a read-back. */
  readonly unnumbered?: boolean
}

/** The text with its numbered options below, for channels without buttons and for plain clients. */
export function numbered(message: Outgoing): string {
  if (!message.options?.length) return message.text
  const lines = message.options
    .filter((option) => !option.unnumbered)
    .map((option, at) => `${at + 1} ${option.label}`)
  return [message.text, ...lines].join('\n')
}
