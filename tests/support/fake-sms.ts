import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export type FakeSms = {
  readonly url: string
  readonly secret: string
  /** What phones were shown, each key once. */
  readonly shown: readonly { readonly to: string; readonly text: string }[]
  /** Answers of the next calls: a status, or 'silence' for an accepted message whose answer never comes. */
  readonly next: (number | 'silence')[]
  readonly close: () => Promise<void>
}

/** A gateway that takes nothing on trust: no signature, an old one or no key is refused. */
export async function openFakeSms(now: () => number = Date.now): Promise<FakeSms> {
  const secret = 'a secret of the tests'
  const shown: { to: string; text: string }[] = []
  const keys = new Set<string>()
  const next: (number | 'silence')[] = []
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const answer = (status: number) => response.writeHead(status).end()
    const key = String(request.headers['idempotency-key'] ?? '')
    if (!isSigned(request.headers, body, secret, now())) return answer(401)
    if (!UUID.test(key)) return answer(400)
    if (keys.has(key)) return answer(409)
    const how = next.shift() ?? 200
    if (how !== 200 && how !== 'silence') return answer(how)
    keys.add(key)
    shown.push(JSON.parse(body))
    if (how === 'silence') return request.socket.destroy()
    return answer(200)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/send`,
    secret,
    shown,
    next,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function isSigned(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: string,
  secret: string,
  now: number,
): boolean {
  const timestamp = String(headers['x-hearth-timestamp'] ?? '')
  const given = Buffer.from(String(headers['x-hearth-signature'] ?? ''), 'hex')
  const right = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest()
  const fresh = Math.abs(now / 1_000 - Number(timestamp)) < 300
  return fresh && given.length === right.length && timingSafeEqual(given, right)
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
