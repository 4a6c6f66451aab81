import { HOUR, SECOND } from '../../core/time.ts'
import type { Job } from '../ports/jobs.ts'
import type { ResumeStore } from '../ports/resume.ts'
import type { Claim, ConversationRef, StoredTurn } from '../ports/turns.ts'
import { refOf, type TurnEngine } from '../turn/create-turns.ts'
import type { TurnParts } from '../turn/parts.ts'
import { codeOf } from '../turn/read-claim.ts'
import { type Done, SOON } from './done.ts'

type Parts = TurnParts & { readonly resume?: ResumeStore }

/** Codes that one talk is told within an hour: whoever knows number and phone cannot ring it for ever. */
const MOST_CODES = 3
/** The older channel hears of it before it is left; one that is away holds nobody up longer. */
const HEARS_FIRST = 30 * SECOND
/** Turns among which the codes of the last hour are looked for. */
const LOOK = 40

/**
 * Somebody in another channel gave number and phone of a case. If they belong together, the talk in which
 * it was told is given a code; if not, nothing happens, and nobody can tell the two apart.
 */
export async function claimTalk(parts: Parts, engine: TurnEngine, job: Job): Promise<Done> {
  const found = await claimIn(parts, job)
  if (!found || !parts.resume || !parts.texts.claim) return 'done'
  const { number, phone, ticket } = found.claim
  if (phone === null) return 'done'
  const conversation = await parts.resume.findTalk({ number, phone })
  if (conversation === null || conversation === found.turn.ref.id) return 'done'
  if (await isRungOften(parts, refOf(conversation))) return 'done'
  const code = await parts.resume.openTicket(ticket, conversation)
  const text = parts.texts.claim.code(code)
  await engine.tell(conversation, `claim:${ticket}`, { text, secret: true })
  return 'done'
}

/** A code was typed: when it is right, the talk goes on here; the older channel is told first. */
export async function claimCode(parts: Parts, engine: TurnEngine, job: Job): Promise<Done> {
  const found = await claimIn(parts, job)
  const { resume, texts } = parts
  if (!found || !resume || !texts.claim) return 'done'
  const { claim, turn } = found
  const here = turn.ref.id
  const typed = turn.content?.in.kind === 'text' ? codeOf(turn.content.in.text) : ''
  const known = await resume.holderOf(claim.ticket)
  const there = known?.conversation ?? (await resume.confirm(claim.ticket, typed))
  if (there === null) {
    await engine.tell(here, `claim-wrong:${turn.seq}`, { text: texts.claim.wrong })
    return 'done'
  }
  await engine.tell(there, `claimed:${claim.ticket}`, { text: texts.claim.gone })
  if (parts.now() - turn.at < HEARS_FIRST && (await parts.turns.undelivered(refOf(there))))
    return SOON
  const { from: home, ticket } = claim
  await engine.perform(refOf(there), `join:${ticket}`, { do: 'join', home, conversation: here })
  await engine.perform(turn.ref, `leave:${ticket}`, { do: 'leave', to: there })
  return 'done'
}

async function claimIn(
  parts: TurnParts,
  { detail }: Job,
): Promise<{ readonly claim: Claim; readonly turn: StoredTurn } | null> {
  const { conversation, seq = 0 } = detail
  const [turn] = await parts.turns.read(refOf(conversation), seq)
  const claim = turn?.seq === seq ? turn.content?.notes.claim : undefined
  return turn && claim ? { claim, turn } : null
}

async function isRungOften(parts: TurnParts, ref: ConversationRef): Promise<boolean> {
  const [tail] = await parts.turns.tails([ref])
  const lately = await parts.turns.read(ref, Math.max(1, (tail?.seq ?? 0) - LOOK))
  const since = parts.now() - HOUR
  const codes = lately.filter(
    ({ at, content }) => at > since && content?.in.kind === 'tell' && content.in.secret,
  )
  return codes.length >= MOST_CODES
}
