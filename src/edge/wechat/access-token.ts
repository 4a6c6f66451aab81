import { MINUTE, SECOND } from '../../core/time.ts'

export type IssuedToken = { readonly token: string; readonly seconds: number }

export type AccessTokens = {
  /** One that should work; null when the platform gives none. */
  readonly get: () => Promise<string | null>
  /** The platform did not take this one: the next `get` asks anew. */
  readonly refused: (token: string) => void
}

/** The platforms renew a token this long before its end, and both work meanwhile. */
const EARLY = 5 * MINUTE
/** After a failure nobody asks again at once. */
const REST = 2 * SECOND

/**
 * Keeps the access token of an account; however many want one, the platform is asked once. Asking
 * gives the same token to every process of the house (stable_token, gettoken), so none is shared.
 * `anew`: the last one was refused although its time was not up.
 */
export function keepAccessToken(
  issue: (anew: boolean) => Promise<IssuedToken | null>,
  now: () => number,
): AccessTokens {
  let kept: { readonly token: string; readonly until: number } | null = null
  let refused: string | null = null
  let asking: Promise<string | null> | null = null
  let restUntil = 0

  const ask = async (): Promise<string | null> => {
    const first = await issue(false)
    const issued = first && first.token === refused ? await issue(true) : first
    if (issued === null || issued.token === refused) {
      restUntil = now() + REST
      return null
    }
    const length = issued.seconds * SECOND
    kept = { token: issued.token, until: now() + Math.max(length - EARLY, length / 2) }
    return issued.token
  }

  return {
    get: () => {
      if (kept && now() < kept.until) return Promise.resolve(kept.token)
      if (now() < restUntil) return Promise.resolve(null)
      asking ??= ask().finally(() => {
        asking = null
      })
      return asking
    },
    refused: (token) => {
      if (kept?.token !== token) return
      refused = token
      kept = null
    },
  }
}
