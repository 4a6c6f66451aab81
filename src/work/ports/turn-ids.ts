import type { Fresh } from '../../core/dialog/fresh.ts'
import type { ConversationRef } from './turns.ts'

/** Ids of the turn engine: the same question always has the same answer, in every process. */
export type TurnIds = {
  readonly conversation: (channel: string, account: string, user: string) => ConversationRef
  /** A UUID from a name, `message/<conversation>/<seq>/<k>`. */
  readonly named: (name: string) => string
  /** What a turn may need; another `attempt` draws other numbers. */
  readonly fresh: (conversation: string, seq: number, attempt: number) => Fresh
}
