import type { FastifyRequest } from 'fastify'
import type { Webhook } from '../../../work/ports/channel.ts'
import type { App, Gate } from '../parts.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Called by a platform that speaks for many people: not held to the rate of an address. */
    readonly platform?: boolean
  }
}

/**
 * Calls of platforms under way at once. Each waits for one commit (some ms) and holds at most a
 * megabyte; beyond this the platform is told to come again, which it does.
 */
const MOST_UNDER_WAY = 512

/**
 * The addresses that platforms call. They get the body as it came: signatures are of bytes. No rate by
 * address, because a platform speaks for everybody from a few of them; what is under way is bounded.
 */
export async function webhooks(app: App, gate: Gate): Promise<void> {
  let underWay = 0
  await app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers()
    const raw = (_: FastifyRequest, body: Buffer, taken: (error: null, body: Buffer) => void) =>
      taken(null, body)
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, raw)
    for (const { method, path, most, answer } of gate.webhooks ?? []) {
      scope.route({
        method,
        url: path,
        bodyLimit: most,
        schema: { hide: true },
        config: { platform: true },
        handler: async (request, reply) => {
          if (underWay >= MOST_UNDER_WAY) return reply.code(503).header('retry-after', 1).send()
          underWay++
          try {
            const { status, body } = await answer(webhookOf(request))
            if (body) reply.type(body.type)
            return await reply
              .code(status)
              .serializer(String)
              .send(body?.text ?? '')
          } finally {
            underWay--
          }
        },
      })
    }
    done()
  })
}

function webhookOf(request: FastifyRequest): Webhook {
  const body = Buffer.isBuffer(request.body) ? request.body : EMPTY
  return { query: firsts(request.query), headers: firsts(request.headers), body }
}

const EMPTY = Buffer.alloc(0)

/** Of what was sent twice the first counts. */
function firsts(fields: unknown): Readonly<Record<string, string | undefined>> {
  const entries = Object.entries(fields as Record<string, unknown>).map(
    ([name, value]) => [name, Array.isArray(value) ? value[0] : value] as const,
  )
  return Object.fromEntries(entries.filter(([, value]) => typeof value === 'string')) as Readonly<
    Record<string, string | undefined>
  >
}
