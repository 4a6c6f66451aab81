/** Who is told when something new is in the database: open chats and consoles of this process. */
export type Live = {
  /** `tell` runs after each announcement of the topic, until the returned function is called. */
  readonly listen: (topic: string, tell: () => void) => () => void
  readonly announce: (topic: string) => void
}

export const chatTopic = (conversation: string) => `chat:${conversation}`

/** An in-process bell. It carries no content: listeners read what is new from the database. */
export function createLive(): Live {
  const listeners = new Map<string, Set<() => void>>()
  return {
    listen: (topic, tell) => {
      const all = listeners.get(topic) ?? new Set()
      listeners.set(topic, all.add(tell))
      return () => {
        all.delete(tell)
        if (all.size === 0 && listeners.get(topic) === all) listeners.delete(topic)
      }
    },
    announce: (topic) => {
      for (const tell of listeners.get(topic) ?? []) tell()
    },
  }
}
