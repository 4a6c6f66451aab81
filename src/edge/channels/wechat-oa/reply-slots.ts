/** Calls of the platform that wait for a text to answer with (被动回复). */
export type ReplySlots = {
  readonly open: (user: string, most: number) => ReplySlot
  /**
   * Offers a text to a call of this user that is still open. What the call waits for ends its waiting;
   * what should have gone out before goes along, if there is room. False: no call has it.
   */
  readonly offer: (user: string, key: string, text: string) => Promise<boolean>
}

export type ReplySlot = {
  /** Keys of the messages that answer this call; nobody is told anything before they are known. */
  readonly expect: (keys: readonly string[]) => void
  /** All that was taken, null for nothing; settled by the first expected text, or by `close`. */
  readonly text: Promise<string | null>
  readonly close: () => void
}

type Open = {
  readonly keys: Promise<ReadonlySet<string>>
  readonly put: (text: string) => boolean
  readonly close: () => void
}

export function openReplySlots(): ReplySlots {
  const users = new Map<string, Set<Open>>()
  return {
    open: (user, most) => {
      const open = users.get(user) ?? new Set<Open>()
      users.set(user, open)
      return openSlot(open, most, () => {
        if (open.size === 0 && users.get(user) === open) users.delete(user)
      })
    },
    offer: async (user, key, text) => {
      const open = [...(users.get(user) ?? [])]
      for (const slot of open) {
        if (!(await slot.keys).has(key)) continue
        const taken = slot.put(text)
        slot.close()
        return taken
      }
      return open.some((slot) => slot.put(text))
    },
  }
}

/** `most`: bytes of the whole answer. */
function openSlot(open: Set<Open>, most: number, left: () => void): ReplySlot {
  const keys = settable<ReadonlySet<string>>()
  const text = settable<string | null>()
  const texts: string[] = []
  const slot: Open = {
    keys: keys.promise,
    put: (each) => {
      const all = [...texts, each].join(BETWEEN)
      if (!open.has(slot) || Buffer.byteLength(all) > most) return false
      texts.push(each)
      return true
    },
    close: () => {
      if (!open.delete(slot)) return
      left()
      keys.resolve(new Set())
      text.resolve(texts.length === 0 ? null : texts.join(BETWEEN))
    },
  }
  open.add(slot)
  return {
    expect: (expected) => keys.resolve(new Set(expected)),
    text: text.promise,
    close: slot.close,
  }
}

const BETWEEN = '\n\n'

/** A promise that is settled from outside, once. */
function settable<T>() {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
