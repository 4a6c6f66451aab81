import type { Sent } from './sender.ts'

/** Text messages to phones. Never throws; ends within 5 s. */
export type Sms = {
  readonly send: (sms: {
    /** Digits only. */
    readonly to: string
    readonly text: string
    /** UUID of this message for ever: a gateway sends it once. */
    readonly key: string
  }) => Promise<Sent>
}
