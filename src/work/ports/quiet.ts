import type { Instant } from '../../core/time.ts'

/** What the adviser learns of a talk in which nobody speaks any more; history and notice together. */
export type QuietDesk = {
  /** Once for each `silence`: how long nobody spoke, and whether the bot went on by itself. */
  readonly tellQuiet: (quiet: {
    readonly case: string
    readonly at: Instant
    /** Last turn in which somebody spoke: the same silence has the same number. */
    readonly silence: number
    readonly givenBack: boolean
  }) => Promise<void>
}
