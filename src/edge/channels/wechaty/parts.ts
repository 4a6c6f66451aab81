import type { ChannelSink } from '../../../work/ports/channel.ts'
import type { ShortMemory } from '../../short-memory.ts'
import type { CatchUp } from './catch-up.ts'
import type { Connection } from './connection.ts'

/** What the adapter's deeds share. */
export type WechatyParts = {
  readonly sink: ChannelSink
  /** To a group: `group.alone` of locales/zh-CN/channels.yaml. */
  readonly alone: string
  readonly current: () => Connection | null
  readonly catchUp: CatchUp
  /** How many pieces of a message have gone out. */
  readonly done: ShortMemory<number>
  readonly told: ShortMemory<true>
  readonly count: { ignored: number; waiting: number; dropped: number }
}
