import { hash, verify } from '@node-rs/argon2'

export type Passwords = {
  readonly hash: (password: string) => Promise<string>
  /** A hash of null (nobody by that name) takes as long as a wrong password, and is never right. */
  readonly verify: (hash: string | null, password: string) => Promise<boolean>
}

/** argon2id with 64 MiB and 3 passes: 84 ms each on the reference machine. */
const COST = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 }

/** At once: sign-ins must not use up the memory of the house (2 × 64 MiB). */
const AT_ONCE = 2

export function createPasswords(): Passwords {
  const inTurn = limited(AT_ONCE)
  const decoy = inTurn(() => hash('no such person', COST))
  return {
    hash: (password) => inTurn(() => hash(password, COST)),
    verify: async (stored, password) => {
      const against = stored ?? (await decoy)
      const right = await inTurn(() => verify(against, password).catch(() => false))
      return right && stored !== null
    },
  }
}

/** Runs at most `most` at a time; the others wait their turn. */
function limited(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
