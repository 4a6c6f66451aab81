import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { ASSETS } from './assets.ts'
import type { App, Gate } from './parts.ts'

/** The built files: their names change with their content, so browsers keep them for ever. */
export async function serveAssets(app: App, gate: Gate): Promise<void> {
  const root = join(gate.web, 'assets')
  if (!existsSync(root)) return
  await app.register(fastifyStatic, {
    root,
    prefix: ASSETS,
    maxAge: '1y',
    immutable: true,
    index: false,
    schemaHide: true,
  })
}
