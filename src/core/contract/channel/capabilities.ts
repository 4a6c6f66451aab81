/**
 * What a channel can show and carry. Figures of each platform with their source stand in
 * `channel-table.ts`; rendering reads nothing else.
 */
export type Capabilities = {
  /**
   * How options are shown. buttons: as many as there are, they stay; chips: below the newest message,
   * gone with the next; menu: lines that can be tapped; none: numbers in the text. Numbers and words are
   * understood everywhere.
   */
  readonly options: {
    readonly style: 'buttons' | 'chips' | 'menu' | 'none'
    readonly most: number
    /** Longest label, in the unit of `text`. */
    readonly label: number
    /** Longest text that options hang on, where it is shorter than `text`. */
    readonly head?: number
  }
  /** Longest text of one message. */
  readonly text: { readonly most: number; readonly unit: 'utf16' | 'bytes' }
  /** Messages in one call to the platform; also what a small window is counted in. */
  readonly messagesPerCall: number
  /** Several messages of one turn go out as one: a window, a quota or a reply token counts them. */
  readonly merges: boolean
  readonly picture: 'both' | 'receives' | 'none'
  readonly sound: 'both' | 'receives' | 'none'
  /** Until when a resident may be written to: after each of his messages, so long, so many. */
  readonly window: 'always' | { readonly hours: number; readonly messages: number }
  readonly tells: { readonly read: boolean; readonly unsent: boolean }
}

/** One message as a platform takes it: within its limits, options as it can show them. */
export type Rendered = {
  readonly text: string
  /** Shown as the channel can; empty when they are only numbers in the text. */
  readonly options: readonly { readonly id: string; readonly label: string }[]
  /** Files of the house that go with it. */
  readonly files: readonly string[]
}
