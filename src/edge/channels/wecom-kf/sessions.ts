import { MINUTE, SECOND } from '../../../core/time.ts'
import type { ChannelSink } from '../../../work/ports/channel.ts'
import { openShortMemory } from '../../short-memory.ts'
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
  /** Tells the platform what an adviser did in the console. Never throws. */
  readonly follow: (of: SessionOf, act: SessionAct) => Promise<void>
  /** Whether the house itself ended this session a moment ago: then its end is no news. */
  readonly endedHere: (of: SessionOf) => boolean
}

/** The platform tells of an end within seconds. */
const ENDED = 2 * MINUTE

/** Words may wait behind it. */
const QUICK = 1 * SECOND
/** Sessions in mind that the bot has. */
const MOST = 10_000

export function openSessions(
  api: Api,
  { conversationOf, report, now }: Pick<ChannelSink, 'conversationOf' | 'report' | 'now'>,
  where: AdvisersIn,
  keepCode: (conversation: string, code: string) => void,
): Sessions {
  const ours = new Set<string>()
  const ended = openShortMemory<true>(MOST, ENDED)
  const keyOf = ({ account, user }: SessionOf) => conversationOf('wecom-kf', account, user)

  const move = async (of: SessionOf, act: SessionAct) => {
    const to = sessionAfter(act, where)
    if (to === null) return
    ours.delete(keyOf(of))
    if (to === SESSION.ended) ended.set(keyOf(of), true, now())
    const { moved, code } = await moveSession(api, of, to, AbortSignal.timeout(QUICK))
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
    follow: (of, act) => move(of, act).catch(() => {}),
    endedHere: (of) => ended.get(keyOf(of), now()) === true,
  }
}
