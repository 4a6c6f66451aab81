import { z } from 'zod'
import { Trouble } from '../../core/contract/trouble.ts'
import { problem } from '../../core/errors.ts'
import type { App, Gate } from './parts.ts'

const Live = z.strictObject({ status: z.literal('live') })
const Ready = z.strictObject({
  status: z.literal('ready'),
  database: z.literal(true),
  migrations: z.literal(true),
})

/** live: the process answers. ready: the database answers and all migrations are done. */
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
      return { status: 'ready' as const, database: true as const, migrations: true as const }
    },
  )
}
