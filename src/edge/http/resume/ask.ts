import { setTimeout as sleep } from 'node:timers/promises'
import type { ResumePair } from '../../../work/ports/resume.ts'
import { newToken } from '../chat/token.ts'
import type { Gate } from '../parts.ts'
import { mustWait } from '../refuse-flood.ts'

/** Milliseconds that every answer takes, whether or not the pair is right: it must not be heard. */
const ALWAYS = 400

/** Asks for a code, and gives the token that works once the code has been given. */
export async function askToResume(
  gate: Gate,
  address: string,
  pair: ResumePair | null,
): Promise<string> {
  mustWait(gate.rates.resumeAddress, address, gate)
  if (pair) mustWait(gate.rates.resumePair, `${pair.number} ${pair.phone}`, gate)
  const token = newToken('web')
  const failed: unknown[] = []
  const asking = pair ? gate.resume.ask(pair, gate.talks.idOf(token)) : Promise.resolve()
  asking.catch((error: unknown) => failed.push(error))
  await sleep(ALWAYS)
  if (failed.length > 0) throw failed[0]
  return token
}

/** Whether the token now speaks in the old talk. */
export async function confirmResume(
  gate: Gate,
  address: string,
  token: string,
  code: string,
): Promise<boolean> {
  mustWait(gate.rates.resumeCode, address, gate)
  return gate.resume.confirm(gate.talks.idOf(token), code)
}
