import { z } from 'zod'
import { SECOND } from '../../../core/time.ts'
import type { CallLine } from './call-line.ts'

const PATIENCE = 4 * SECOND

const Profile = z.object({ displayName: z.string() })

/** Get profile: null for who is no friend of the account, or without an answer. Never throws. */
export async function profileName(call: CallLine, user: string): Promise<string | null> {
  const path = `/v2/bot/profile/${encodeURIComponent(user)}`
  const answer = await call({ method: 'GET', path, until: AbortSignal.timeout(PATIENCE) })
  return Profile.safeParse(answer.json()).data?.displayName ?? null
}
