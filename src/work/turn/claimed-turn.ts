import type { Incoming } from '../../core/events/incoming.ts'
import type { Instant } from '../../core/time.ts'
import type { Write } from '../ports/cases-in-turn.ts'
import type { JobKind } from '../ports/jobs.ts'
import type { Claim, NewTurn, Notes, Recipient, Tail, TurnContent } from '../ports/turns.ts'
import { notesOf, system, turnOf } from './next-turn.ts'
import type { ClaimTexts, TurnParts } from './parts.ts'
import { CLAIM_LASTS, type ClaimStep, claimedLately, readClaim } from './read-claim.ts'
import type { TurnRequest } from './turn-request.ts'

/**
 * A resident of another channel names the number of a case told elsewhere: asked for the phone, then for
 * the code that the older talk is told. Every answer is the same whether or not such a case exists. Null:
 * the message is for the dialog, as words of danger always are.
 */
export function claimedTurn(
  parts: TurnParts,
  request: TurnRequest,
  tail: Tail,
  at: Instant,
  incoming: Incoming,
): NewTurn | null {
  const { claim: texts } = parts.texts
  const { from } = request
  if (!texts || !from || incoming.kind !== 'text' || parts.sender.isFetched(from.channel))
    return null
  const notes = notesOf(tail)
  const step = readClaim(incoming.text, notes, texts.marks, at)
  if (step === null || parts.isUrgent?.(incoming)) return null
  const next = nextOf(parts, request, tail.seq + 1, step, notes, at, from)
  const content: TurnContent = {
    in: incoming,
    out: [system(wordsFor(step, texts), 'question')],
    talk: tail.content?.talk ?? null,
    notes: next.notes,
  }
  return turnOf(parts, request, tail, at, 'answered', content, next.writes)
}

function nextOf(
  parts: TurnParts,
  { ref }: TurnRequest,
  seq: number,
  step: ClaimStep,
  notes: Notes,
  at: Instant,
  { channel, account, user }: Recipient,
): { readonly notes: Notes; readonly writes: readonly Write[] } {
  const order = (kind: JobKind): readonly Write[] => {
    const id = `claim:${ref.id}:${seq}`
    const job = { bucket: ref.bucket, id, kind, dueAt: at, detail: { conversation: ref.id, seq } }
    return [{ kind: 'set_job', job }]
  }
  if (step.says === 'number') {
    const ticket = parts.ids.named(`claim/${ref.id}/${seq}`)
    const begun = { step: 'phone', number: step.number, phone: null, ticket } as const
    const claim: Claim = { ...begun, until: at + CLAIM_LASTS, from: { channel, account, user } }
    const claimed = [...claimedLately(notes, at), at]
    return { notes: { ...notes, claim, claimed }, writes: [] }
  }
  if (step.says === 'phone' && notes.claim) {
    const claim: Claim = {
      ...notes.claim,
      step: 'code',
      phone: step.phone,
      until: at + CLAIM_LASTS,
    }
    return { notes: { ...notes, claim }, writes: order('claim_talk') }
  }
  return { notes, writes: step.says === 'code' ? order('claim_code') : [] }
}

function wordsFor(step: ClaimStep, texts: ClaimTexts): string {
  switch (step.says) {
    case 'number':
      return texts.askPhone(step.number)
    case 'phone':
      return texts.askCode
    case 'no_phone':
      return texts.phoneAgain
    case 'code':
      return texts.checking
    case 'too_often':
      return texts.often
    default:
      return step satisfies never
  }
}
