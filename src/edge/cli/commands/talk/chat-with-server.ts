import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { TalkIo, TalkOptions } from '../talk.ts'
import { type Printer, printerOf } from './printer.ts'

const Messages = z.object({
  messages: z.array(z.object({ from: z.string(), text: z.string() })),
})
const Begun = Messages.extend({ token: z.string() })

/** The same chat with a running server, through the API that the web page uses. 1 when it does not answer. */
export async function chatWithServer(
  base: string,
  options: TalkOptions,
  io: TalkIo,
): Promise<number> {
  const printer = printerOf(io)
  const preset = options.preset ? { street: options.preset } : {}
  const begun = Begun.safeParse(await post(io, base, '/api/chat/conversations', preset))
  if (!begun.success) return silent(base, printer)
  show(begun.data.messages, printer)
  for await (const text of createInterface({ input: io.stdin, crlfDelay: Infinity })) {
    if (text === '/quit') break
    if (!io.stdout.isTTY) printer.line({ from: 'resident', text }, options.as)
    const sent = { id: randomUUID(), text }
    const said = Messages.safeParse(
      await post(io, base, '/api/chat/messages', sent, begun.data.token),
    )
    if (!said.success) return silent(base, printer)
    show(said.data.messages, printer)
  }
  return 0
}

function silent(base: string, printer: Printer): number {
  printer.failure(`${base} does not answer as a chat`)
  return 1
}

async function post(
  io: TalkIo,
  base: string,
  path: string,
  body: object,
  token?: string,
): Promise<unknown> {
  try {
    const answer = await (io.fetch ?? fetch)(new URL(path, base), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    })
    return await answer.json()
  } catch {
    return undefined
  }
}

function show(messages: z.infer<typeof Messages>['messages'], printer: Printer): void {
  for (const { from, text } of messages) {
    if (from !== 'resident') printer.line({ from: 'bot', text })
  }
}
