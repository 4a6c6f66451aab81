import { OA_LIMITS } from './limits.ts'

export type Settling = {
  /** This person's call was just answered. */
  readonly note: (user: string) => void
  /** Resolves when the answer should be on the screen: what goes another way must not overtake it. */
  readonly end: (user: string) => Promise<void>
}

/** Answers in mind at once; what is forgotten is only not waited for. */
const MOST = 1_000

export function openSettling(wait: (ms: number) => Promise<void>): Settling {
  const until = new Map<string, number>()
  return {
    note: (user) => {
      until.delete(user)
      until.set(user, performance.now() + OA_LIMITS.settle)
      const [oldest] = until.keys()
      if (until.size > MOST && oldest !== undefined) until.delete(oldest)
    },
    end: async (user) => {
      const left = (until.get(user) ?? 0) - performance.now()
      until.delete(user)
      if (left > 0) await wait(left)
    },
  }
}
