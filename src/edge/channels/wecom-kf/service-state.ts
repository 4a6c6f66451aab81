import type { Sending } from '../../../work/ports/sender.ts'
import type { Api } from '../../wechat/call-api.ts'

/** Where a session stands at the platform (会话状态). The house may write in `fresh` and `bot` alone. */
export const SESSION = { fresh: 0, bot: 1, pool: 2, adviser: 3, ended: 4 } as const

export type Session = (typeof SESSION)[keyof typeof SESSION]

/**
 * Where advisers write. console: in this house, so to the platform the bot goes on writing; wecom: in
 * their WeCom client, so the session is handed over, and the house is silent meanwhile.
 */
export type AdvisersIn = 'console' | 'wecom'

export type SessionAct = NonNullable<Sending['floor']>

/** An act after which the house may write again, or write a last word: the session moves before the words go. */
export const movesFirst = (act: SessionAct): boolean => act === 'gave_back' || act === 'closed'

/** What an act makes of a session; null = it stays. `asked`: a person is waited for. */
export function sessionAfter(act: SessionAct, where: AdvisersIn): Session | null {
  // An ended session would take no afterthought of an adviser either, so it ends by itself.
  if (where === 'console') return act === 'gave_back' ? SESSION.bot : null
  switch (act) {
    // The house does not know who of its advisers is who in WeCom: whoever is on duty there takes it up.
    case 'asked':
    case 'took_over':
      return SESSION.pool
    case 'gave_back':
    case 'closed':
      // From a person there is no way back to the bot: the next message begins a new session.
      return SESSION.ended
    case 'claimed':
    case 'said':
      return null
    default:
      return act satisfies never
  }
}

export type SessionOf = { readonly account: string; readonly user: string }

/** Null when the platform does not say. Never throws. */
export async function readSession(
  api: Api,
  { account, user }: SessionOf,
  signal: AbortSignal,
): Promise<Session | null> {
  const asked = { open_kfid: account, external_userid: user }
  const answer = await api.post('/cgi-bin/kf/service_state/get', asked, signal)
  if (answer.status !== 'answered' || answer.code !== 0) return null
  const state = answer.body.service_state
  return Object.values(SESSION).find((each) => each === state) ?? null
}

/** Moves a session (变更会话状态); `code`: lets one last message out. Never throws. */
export async function moveSession(
  api: Api,
  { account, user }: SessionOf,
  to: Session,
  signal: AbortSignal,
): Promise<{ readonly moved: boolean; readonly code: string | null }> {
  const asked = { open_kfid: account, external_userid: user, service_state: to }
  const answer = await api.post('/cgi-bin/kf/service_state/trans', asked, signal)
  if (answer.status !== 'answered' || answer.code !== 0) return { moved: false, code: null }
  const code = answer.body.msg_code
  return { moved: true, code: typeof code === 'string' ? code : null }
}
