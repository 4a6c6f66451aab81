import { type Instant, SECOND } from '../../../core/time.ts'
import type { Health } from '../../../work/ports/channel.ts'
import type { Telling, TellSource } from '../../../work/ports/intake.ts'
import { SIGNATURE, signatureOf, TIMESTAMP } from './sign.ts'

export type CallBackConfig = { readonly url: string; readonly secret: string }

export type CallBack = { readonly tell: TellSource; readonly health: () => Health }

const PATIENCE = 5 * SECOND

/**
 * Tells the sender of an order what became of it: ids and codes only, signed like the orders. The
 * same `id` may come twice; `line` gives the order in which things happened.
 */
export function callBack(
  { url, secret }: CallBackConfig,
  now: () => Instant,
  streetName: (code: string) => string | undefined,
): CallBack {
  let health: Health = { ok: true, since: now() }
  const noted = (ok: boolean, why: string) => {
    if (ok !== health.ok) health = { ok, since: now(), ...(ok ? {} : { why }) }
    return ok
  }
  return {
    health: () => health,
    tell: async (telling) => {
      const body = JSON.stringify(told(telling, streetName))
      const timestamp = String(Math.floor(now() / SECOND))
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        [TIMESTAMP]: timestamp,
        [SIGNATURE]: signatureOf(secret, timestamp, body),
      }
      const signal = AbortSignal.timeout(PATIENCE)
      try {
        const call = { method: 'POST', headers, body, signal, redirect: 'error' } as const
        const answer = await fetch(url, call)
        await answer.body?.cancel()
        return noted(answer.ok, `answered_${answer.status}`)
      } catch {
        return noted(false, 'no_answer')
      }
    },
  }
}

function told(telling: Telling, streetName: (code: string) => string | undefined) {
  const { caseId, seq, source, order, what, street, outcome, at } = telling
  const name = street === null ? undefined : streetName(street)
  return {
    id: `${caseId}:${seq}`,
    line: seq,
    source,
    number: order,
    case: telling.case,
    status: what,
    at: new Date(at).toISOString(),
    ...(street !== null && { street }),
    ...(name !== undefined && { street_name: name }),
    ...(outcome !== null && { outcome }),
  }
}
