import type { FastifyRequest } from 'fastify'
import { problem } from '../../core/errors.ts'

/**
 * Refuses a changing request that another site started. Browsers say where a form comes from
 * (Sec-Fetch-Site since 2020–2023, Origin before that); clients that say neither are no browsers
 * and carry no cookies of ours.
 */
export function mustBeSameOrigin(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return
    throw problem('not_allowed')
  }
  const { origin } = request.headers
  if (origin === undefined) return
  if (hostOf(origin) !== request.host) throw problem('not_allowed')
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : '')
