import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export type FakePlatform = {
  readonly url: string
  /** What each user was shown, in order. */
  readonly shown: ReadonlyMap<string, readonly string[]>
  /** Keys that were accepted, each once. */
  readonly count: { accepted: number; repeated: number; refused: number }
  readonly close: () => Promise<void>
}

/**
 * A platform that takes nothing on trust: a message without a UUID as its key is refused, a key it
 * knows is a conflict, and of the rest 3 % each meet too many requests, an error, or an accepted
 * message whose answer never comes. `odds` is the share of each trouble.
 */
export async function openFakePlatform(odds = 0.03, chance = Math.random): Promise<FakePlatform> {
  const shown = new Map<string, string[]>()
  const keys = new Set<string>()
  const count = { accepted: 0, repeated: 0, refused: 0 }
  const server = createServer(async (request, response) => {
    const key = String(request.headers['x-retry-key'] ?? '')
    const message = JSON.parse(await text(request)) as { to: string; text: string }
    const answer = (status: number) => response.writeHead(status).end()
    if (!UUID.test(key)) {
      count.refused++
      return answer(400)
    }
    if (keys.has(key)) {
      count.repeated++
      return answer(409)
    }
    const luck = chance()
    if (luck < odds) return answer(429)
    if (luck < odds * 2) return answer(500)
    keys.add(key)
    count.accepted++
    shown.set(message.to, [...(shown.get(message.to) ?? []), message.text])
    if (luck < odds * 3) return request.socket.destroy()
    return answer(200)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    shown,
    count,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
