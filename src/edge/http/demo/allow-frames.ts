import type { FastifyReply } from 'fastify'
import type { App } from '../parts.ts'

/** What stands in the two frames of the demonstration: the resident's pages and the console. */
const FRAMED = /^\/(?:$|\?|chat(?:$|[/?])|resume(?:$|[/?])|console(?:$|[/?]))/

const ANCESTORS = /frame-ancestors ([^;]*)/

/** Lets our own pages, beside sites that the operator named, show those pages in a frame. */
export function allowFrames(app: App): void {
  app.addHook('onSend', async (request, reply) => {
    if (!FRAMED.test(request.url)) return
    change(reply, (policy) =>
      policy.replace(ANCESTORS, (_, others: string) =>
        ['frame-ancestors', "'self'", ...others.split(' ')]
          .filter((each) => each !== "'none'")
          .join(' '),
      ),
    )
  })
}

/** Lets this one answer hold frames of our own pages. */
export function holdFrames(reply: FastifyReply): void {
  change(reply, (policy) => `${policy};frame-src 'self'`)
}

function change(reply: FastifyReply, rewrite: (policy: string) => string): void {
  const policy = reply.getHeader('content-security-policy')
  if (policy !== undefined) reply.header('content-security-policy', rewrite(String(policy)))
}
