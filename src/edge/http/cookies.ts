import type { FastifyReply, FastifyRequest } from 'fastify'

/** __Host- binds a cookie to this host and to https (RFC 6265bis §4.1.3.2); plain http has no such thing. */
const nameFor = (request: FastifyRequest, name: string) =>
  request.protocol === 'https' ? `__Host-${name}` : name

export function readCookie(request: FastifyRequest, name: string): string | undefined {
  return request.cookies[nameFor(request, name)]
}

export type CookieLife = {
  readonly sameSite: 'strict' | 'lax' | 'none'
  readonly partitioned?: boolean
  /** Seconds; absent = until the browser closes. */
  readonly maxAge?: number
}

export function writeCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  cookie: { readonly name: string; readonly value: string } & CookieLife,
): void {
  const { name, value, ...life } = cookie
  reply.setCookie(nameFor(request, name), value, {
    path: '/',
    httpOnly: true,
    secure: request.protocol === 'https',
    ...life,
  })
}

export function dropCookie(request: FastifyRequest, reply: FastifyReply, name: string): void {
  reply.clearCookie(nameFor(request, name), { path: '/', secure: request.protocol === 'https' })
}
