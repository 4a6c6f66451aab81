import { hashedTurnIds } from '../../src/edge/storage/turn-ids.ts'
import type { StoredTurn, Turns } from '../../src/work/ports/turns.ts'
import { refOf } from '../../src/work/turn/create-turns.ts'
import { showOut } from '../../src/work/turn/show.ts'
import { ECHO_HOUSE, echo } from './echo-house.ts'

/** A message that the house said it has taken. */
export type Acknowledged = { readonly conversation: string; readonly externalId: string }

/**
 * What must be true after any trouble: everything acknowledged is a turn, turns are 1, 2, 3 … without
 * a gap, no message is there twice, and each state is what the pure dialog makes of the log before
 * it. Gives every sentence that is not true.
 */
export async function judge(
  turns: Turns,
  conversations: readonly string[],
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> {
  const wrong: string[] = []
  const taken = new Set<string>()
  for (const conversation of conversations) {
    const log = await turns.read(refOf(conversation), 1)
    for (const { channel, externalId } of log) {
      const key = `${conversation}/${externalId}`
      if (taken.has(key)) wrong.push(`twice: ${channel} ${key}`)
      taken.add(key)
    }
    wrong.push(...judgeLog(conversation, log))
  }
  for (const { conversation, externalId } of acknowledged) {
    const key = `${conversation}/${externalId}`
    if (!taken.has(key)) wrong.push(`acknowledged and lost: ${key}`)
  }
  return wrong
}

function judgeLog(conversation: string, log: readonly StoredTurn[]): readonly string[] {
  const wrong: string[] = []
  let talk: Parameters<typeof echo>[1] = null
  for (const [at, turn] of log.entries()) {
    if (turn.seq !== at + 1) wrong.push(`gap: ${conversation} has ${turn.seq} at place ${at + 1}`)
    if (turn.status === 'pending') wrong.push(`never answered: ${conversation}/${turn.seq}`)
    if (turn.content === null) continue
    const { in: incoming, out, attempt = 0 } = turn.content
    if (incoming.kind === 'answer' || incoming.kind === 'tell') continue
    if (incoming.kind === 'taken_back') continue
    if (incoming.kind === 'joined' || incoming.kind === 'left') continue
    const fresh = IDS.fresh(conversation, turn.seq, attempt)
    const reply = echo(ECHO_HOUSE, talk, { incoming, channel: 'line', now: turn.at, fresh })
    if (JSON.stringify(reply.out) !== JSON.stringify(out))
      wrong.push(`other words: ${conversation}/${turn.seq}`)
    if (JSON.stringify(reply.talk) !== JSON.stringify(turn.content.talk))
      wrong.push(`other state: ${conversation}/${turn.seq}`)
    talk = turn.content.talk
  }
  return wrong
}

/** What a platform must have shown: every message of the log, once, in order. */
export async function expectedAt(turns: Turns, conversation: string): Promise<readonly string[]> {
  const log = await turns.read(refOf(conversation), 1)
  return log.flatMap(({ seq, at, content }) =>
    showOut(conversation, seq, at, content?.out ?? [], IDS).map(({ text }) => text),
  )
}

const IDS = hashedTurnIds()
