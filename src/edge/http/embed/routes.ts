import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App, Gate } from '../parts.ts'
import type { Texts } from '../texts.ts'

const LOADER = join(import.meta.dirname, 'loader.js')

/** Seconds: a changed loader reaches every site within the hour. */
const KEPT = 3_600

/** Pages that other sites may show in a frame. Never the console. */
const FRAMED = /^\/(?:$|\?|chat(?:$|[/?])|resume(?:$|[/?]))/

/**
 * `/embed.js` and the leave to be framed, for the origins that the operator named and for no other.
 * Without any there is no script, and no site may frame a page.
 */
export async function embed(app: App, gate: Gate): Promise<void> {
  const origins = gate.settings.embedOrigins ?? []
  if (origins.length === 0) return
  const script = written(await readFile(LOADER, 'utf8'), gate.texts.page)
  app.get('/embed.js', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', `public, max-age=${KEPT}`)
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(script),
  )
  const allowed = `frame-ancestors ${origins.join(' ')}`
  app.addHook('onSend', async (request, reply) => {
    if (!FRAMED.test(request.url)) return
    const policy = String(reply.getHeader('content-security-policy') ?? '')
    reply.header('content-security-policy', policy.replace("frame-ancestors 'none'", allowed))
    reply.removeHeader('x-frame-options')
  })
}

/** The loader with its words and without its comment and indents: what hosts load is 2 kB. */
function written(loader: string, { say }: Texts): string {
  const words = { title: say('title'), open: say('embed.open'), close: say('embed.close') }
  const code = loader.replace(/^\/\*\*[\s\S]*?\*\/\n/, '').replace(/^ +/gm, '')
  return code.replace('(() => {', `(() => {\nconst WORDS = ${JSON.stringify(words)}`)
}
