import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { z } from 'zod'
import type { App, Gate } from './parts.ts'

/** Seconds. A reply is slow for a person from about 1.5 s. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 3, 10]

/** Figures for Prometheus. Labels are route patterns and status codes: never an id, never a person. */
export function metrics(app: App, gate: Gate): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'hearth_http_request_seconds',
    help: 'Time from request to answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: BUCKETS,
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const labels = { method: request.method, route, status: String(reply.statusCode) }
    seconds.observe(labels, reply.elapsedTime / 1_000)
    gate.log?.info('request', { ...labels, ms: Math.round(reply.elapsedTime) })
  })
  const schema = { tags: ['operations'], response: { 200: z.string() }, produces: ['text/plain'] }
  app.get('/metrics', { schema }, async (_request, reply) => {
    const text = await registry.metrics()
    return reply.type(registry.contentType).serializer(String).send(text)
  })
}
