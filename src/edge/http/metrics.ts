import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
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
  watchChannels(registry, gate)
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

/** 1 = up. Figures of the platforms themselves (messages left, breakers) beside it, by their own names. */
function watchChannels(registry: Registry, gate: Gate): void {
  const up = new Gauge({
    name: 'hearth_channel_up',
    help: 'Whether a channel that is on can be used.',
    labelNames: ['channel'] as const,
    registers: [registry],
    collect: () => {
      up.reset()
      figures.reset()
      for (const { name, health } of gate.channels?.() ?? []) {
        if (!health) continue
        up.set({ channel: name }, health.ok ? 1 : 0)
        for (const [figure, value] of Object.entries(health.gauges ?? {}))
          figures.set({ channel: name, figure }, value)
      }
    },
  })
  const figures = new Gauge({
    name: 'hearth_channel_figure',
    help: 'What a platform tells of itself.',
    labelNames: ['channel', 'figure'] as const,
    registers: [registry],
  })
}
