import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type FakeModel = {
  readonly url: string
  /** Bodies as they came over the wire. */
  readonly asked: string[]
  /** What the next answers say: a body, a status, or silence. */
  answer: Answer
  readonly close: () => Promise<void>
}

export type Answer = { readonly body: string; readonly status?: number } | 'silence'

/** An OpenAI-compatible endpoint on the loopback that says what a test wants. */
export async function openFakeModel(): Promise<FakeModel> {
  const asked: string[] = []
  const fake = { asked, answer: verdict([], 'none') as Answer }
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => {
      body += part
    })
    request.on('end', () => {
      asked.push(body)
      const { answer } = fake
      if (answer === 'silence') return
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' })
      response.end(answer.body)
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return Object.assign(fake, {
    url: `http://127.0.0.1:${port}/v1`,
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  })
}

/** A completion that keeps to the schema. */
export function verdict(needs: readonly string[], danger: string, type: string | null = null) {
  const said = { needs: needs.map((code) => ({ code, who: 'self' })), danger, danger_type: type }
  return completion(JSON.stringify(said))
}

export function completion(content: string): Answer {
  return { body: JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }) }
}
