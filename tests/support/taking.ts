import type { ChannelSink } from '../../src/work/ports/channel.ts'

/** A sink in which a message is durable when it is answered, as it is while few write. */
export function taking(receive: ChannelSink['receive']): Pick<ChannelSink, 'receive' | 'take'> {
  return {
    receive,
    take: async (brought) => {
      const received = await receive(brought)
      return { conversation: received.conversation, answer: Promise.resolve(received) }
    },
  }
}
