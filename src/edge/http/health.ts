import { z } from 'zod'
import { Trouble } from '../../core/contract/trouble.ts'
import { problem } from '../../core/errors.ts'
import type { App, Gate } from './parts.ts'

const Live = z.strictObject({ status: z.literal('live') })
const Ready = z.strictObject({
  status: z.literal('ready'),
  database: z.literal(true),
  migrations: z.literal(true),
  channels: z
    .record(z.string(), z.enum(['up', 'down']))
    .describe('Channels that are on. One that is down keeps nobody else from the house.'),
})

/** live: the process answers. ready: the database answers and all migrations are done; what its channels do is told beside it. */
export function health(app: App, gate: Gate): void {
  const tags = ['operations']
  app.get('/health/live', { schema: { tags, response: { 200: Live } } }, async () => ({
    status: 'live' as const,
  }))
  app.get(
    '/health/ready',
    { schema: { tags, response: { 200: Ready, 503: Trouble } } },
    async () => {
      const found = await gate.ready().catch(() => ({ database: false, migrations: false }))
      if (!found.database) throw problem('database_unreachable')
      if (!found.migrations) throw problem('unavailable', { field: 'migrations' })
      const told = { status: 'ready', database: true, migrations: true } as const
      return { ...told, channels: channelsOf(gate) }
    },
  )
}

function channelsOf(gate: Gate): Readonly<Record<string, 'up' | 'down'>> {
  const on = (gate.channels?.() ?? []).flatMap(({ name, health }) =>
    health ? [[name, health.ok ? 'up' : 'down'] as const] : [],
  )
  return Object.fromEntries(on)
}
