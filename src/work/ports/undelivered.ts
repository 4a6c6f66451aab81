import type { DeliveryReason } from '../../core/contract/channel/delivery-reason.ts'
import type { Instant } from '../../core/time.ts'
import type { NewAlert } from './cases.ts'

/** What the desk learns of messages that did not reach a resident; history and notice together. */
export type UndeliveredDesk = {
  /** Once for each `kind` and turn of a case. */
  readonly note: (lost: LostMessage) => Promise<void>
  /** An alert for the street, or the duty of the district: no case tells of it. Once for each id. */
  readonly alert: (alert: NewAlert) => Promise<void>
  /** Mobile number of the resident of a case, digits only; null when none is known. */
  readonly phoneOf: (caseId: string) => Promise<string | null>
}

export type LostMessage = {
  readonly case: string
  readonly at: Instant
  /** The turn that said it, or in which something came. */
  readonly seq: number
  /**
   * message_failed, message_unknown: it did not arrive, or nobody knows; sms_sent, sms_failed: what was
   * tried instead; media_lost: something that the resident sent cannot be had.
   */
  readonly kind: 'message_failed' | 'message_unknown' | 'sms_sent' | 'sms_failed' | 'media_lost'
  readonly why: DeliveryReason | 'gone' | 'refused' | null
}
