import { readFile } from 'node:fs/promises'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'

const FILE = new URL('../../../web/console/visit/worker.js', import.meta.url)

/**
 * The service worker of the page of a visit. It stands beside that page, because a worker serves only what lies
 * under its own address.
 */
export function visitWorker(app: App, gate: Gate): void {
  app.get('/console/visit/worker.js', { schema: { hide: true } }, async (request, reply) => {
    await mustSignIn(request, gate)
    const text = await readFile(FILE, 'utf8')
    return reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(text)
  })
}
