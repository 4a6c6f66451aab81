import type { ChannelSink } from '../../../work/ports/channel.ts'
import { type Api, PATIENCE } from '../../wechat/call-api.ts'
import {
  type AdvisersIn,
  moveSession,
  SESSION,
  type SessionAct,
  type SessionOf,
  sessionAfter,
} from './service-state.ts'

export type Sessions = {
  /** A resident wrote: the bot has the session, unless a person took it in WeCom. Not waited for. */
  readonly begin: (of: SessionOf) => void
  /** Tells the platform what an adviser did. `servicer`: his user id in WeCom. Never throws. */
  readonly follow: (of: SessionOf, act: SessionAct, servicer?: string) => Promise<void>
}

/** Sessions in mind that the bot has. */
const MOST = 10_000

export function openSessions(
  api: Api,
  { conversationOf, report }: Pick<ChannelSink, 'conversationOf' | 'report'>,
  where: AdvisersIn,
  keepCode: (conversation: string, code: string) => void,
): Sessions {
  const ours = new Set<string>()
  const keyOf = ({ account, user }: SessionOf) => conversationOf('wecom-kf', account, user)

  const move = async (of: SessionOf, act: SessionAct, servicer?: string) => {
    const to = sessionAfter(act, where)
    if (to === null) return
    ours.delete(keyOf(of))
    const { moved, code } = await moveSession(api, of, to, AbortSignal.timeout(PATIENCE), servicer)
    if (!moved) report('wecom_kf_not_moved', { to })
    if (code !== null) keepCode(keyOf(of), code)
  }

  return {
    begin: (of) => {
      const key = keyOf(of)
      if (ours.has(key)) return
      ours.add(key)
      const [oldest] = ours
      if (ours.size > MOST && oldest !== undefined) ours.delete(oldest)
      // A session that is the bot's already, or a person's, is refused: both are as they should be.
      void moveSession(api, of, SESSION.bot, AbortSignal.timeout(PATIENCE)).catch(() => {})
    },
    follow: (of, act, servicer) => move(of, act, servicer).catch(() => {}),
  }
}
