import type { Talk } from '../../core/dialog/converse.ts'
import type { Memory } from '../../core/dialog/machine/memory.ts'
import { memoryIn } from '../../core/dialog/machine/turn-machine.ts'
import type { Outgoing } from '../../core/events/outgoing.ts'
import { shanghai } from '../../core/time.ts'
import type { Job } from '../ports/jobs.ts'
import type { Sms } from '../ports/sms.ts'
import type { CaseRef, Settlement, StoredTurn } from '../ports/turns.ts'
import type { UndeliveredDesk } from '../ports/undelivered.ts'
import { refOf } from '../turn/create-turns.ts'
import type { TurnParts } from '../turn/parts.ts'
import type { Done } from './done.ts'

type Parts = TurnParts & {
  readonly undelivered?: UndeliveredDesk
  readonly sms?: Sms
  /** Says where to look, never what was written: a phone lies about. */
  readonly smsText?: (number: string) => string
}

/** A message to a phone at night wakes the house: only safety may. The rest waits for the adviser. */
const BY_PHONE: ReadonlySet<Outgoing['urgency']> = new Set(['urgent', 'receipt', 'notice'])

/**
 * A message that matters did not reach the resident, or nobody knows: its case says so, its adviser is
 * called, and where a phone is known a text message points to it. Without a case the duty is called.
 */
export async function tellUndelivered(parts: Parts, job: Job): Promise<Done> {
  const { conversation, seq = 0 } = job.detail
  const ref = refOf(conversation)
  const [turn] = await parts.turns.read(ref, seq)
  const lost = turn?.seq === seq ? lostOf(turn) : undefined
  const [tail] = await parts.turns.tails([ref])
  const found = tail?.content?.notes.cases.at(-1)
  if (!turn || !lost || !parts.undelivered) return 'done'
  if (!found) return callDuty(parts, parts.undelivered, turn, lost, tail?.content?.talk ?? null)
  const { why, state } = lost
  const kind = state === 'failed' ? 'message_failed' : 'message_unknown'
  await parts.undelivered.note({ case: found.id, at: parts.now(), seq, kind, why })
  const done = await fallBack(parts, parts.undelivered, turn, found)
  parts.announce({ about: 'case', district: found.district, number: found.number })
  parts.announce({ about: 'notices', district: found.district })
  return done
}

/**
 * No adviser has this conversation, so nobody would learn that its resident was left without a word. Once a
 * day: one look at the talk tells the rest. Who blocked the house wants no receipt; words of safety count.
 */
async function callDuty(
  parts: Parts,
  desk: UndeliveredDesk,
  { ref, seq, content }: StoredTurn,
  { why }: Settlement,
  talk: Talk | null,
): Promise<Done> {
  const urgencies = new Set(content?.out.map(({ urgency }) => urgency))
  const counts = urgencies.has('urgent') || (urgencies.has('receipt') && why !== 'blocked')
  if (!counts) return 'done'
  const at = parts.now()
  const memory: Partial<Memory> | undefined = talk ? memoryIn(talk.snapshot) : undefined
  const { district, street } = placeOf(memory?.preset?.street ?? null, parts.house().district)
  const id = parts.ids.named(`undelivered/${ref.id}/${shanghai(at).day}`)
  const alert = { id, district, street, case: null, conversation: ref } as const
  await desk.alert({ ...alert, tier: 'watch', type: 'undelivered', raisedAt: at })
  parts.announce({ about: 'alerts', district })
  parts.announce({ about: 'conversation', conversation: ref.id, seq })
  return 'done'
}

/** The street of the code that was scanned, if it lies in this district; else the duty of the district. */
function placeOf(street: string | null, district: string) {
  return { district, street: street?.startsWith(district) ? street : null }
}

function lostOf({ settled }: StoredTurn): Settlement | undefined {
  const failed = settled.find(({ state }) => state === 'failed')
  return failed ?? settled.find(({ state }) => state === 'unknown')
}

async function fallBack(
  parts: Parts,
  desk: UndeliveredDesk,
  turn: StoredTurn,
  found: CaseRef,
): Promise<Done> {
  const { sms, smsText } = parts
  const carries = turn.content?.out.some(({ urgency }) => BY_PHONE.has(urgency)) ?? false
  if (!sms || !smsText || !carries) return 'done'
  const to = await desk.phoneOf(found.id)
  if (to === null) return 'done'
  const key = parts.ids.named(`sms/${turn.ref.id}/${turn.seq}`)
  const sent = await sms.send({ to, text: smsText(found.number), key })
  if (sent.status === 'retry' && parts.now() - turn.at < LONGEST)
    return { again: sent.after ?? AGAIN }
  const kind = sent.status === 'sent' ? 'sms_sent' : 'sms_failed'
  const why = 'why' in sent ? (sent.why ?? null) : null
  await desk.note({ case: found.id, at: parts.now(), seq: turn.seq, kind, why })
  return 'done'
}

const AGAIN = 60_000
/** Later it is no news; the adviser has been called meanwhile. */
const LONGEST = 26 * 60 * AGAIN
