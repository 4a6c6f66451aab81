import { problem } from '../../core/errors.ts'
import type { Buckets } from './buckets.ts'
import type { App, Gate } from './parts.ts'

/** Holds every address to its rate; health and metrics are for the operator's own machines, a platform speaks for many. */
export function refuseFlood(app: App, gate: Gate): void {
  app.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/health/') || request.url === '/metrics') return
    if (request.routeOptions.config.platform) return
    mustWait(gate.rates.address, request.ip, gate)
  })
}

/** Throws `too_many` with the seconds to wait when the key has used up its rate. */
export function mustWait(buckets: Buckets, key: string, gate: Gate): void {
  const wait = buckets(key, gate.clock())
  if (wait > 0) throw problem('too_many', { wait })
}
