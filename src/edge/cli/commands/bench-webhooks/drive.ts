import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

/** What the driver is told; its answer is a `Driven`. Runs in a thread of its own, so that it does not slow what it measures. */
export type Drive = {
  readonly url: string
  readonly secret: string
  readonly rate: number
  readonly seconds: number
  readonly people: number
  readonly texts: readonly string[]
}

export type Driven = {
  readonly posted: number
  /** Ids of events that were answered 200. */
  readonly acknowledged: readonly string[]
  /** Ms from when an event was due, not from when it was sent: a jam is not hidden. */
  readonly times: readonly number[]
}

/** Events at a steady rate, whatever the answers do (open loop). */
async function drive({ url, secret, rate, seconds, people, texts }: Drive): Promise<Driven> {
  const agent = new Agent({ keepAlive: true, maxSockets: 200 })
  const users = Array.from({ length: people }, () => `U${randomBytes(16).toString('hex')}`)
  const acknowledged: string[] = []
  const times: number[] = []
  const total = rate * seconds
  const began = performance.now()
  const under: Promise<void>[] = []
  for (let n = 0; n < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - began) * rate) / 1_000))
    for (; n < due; n++) {
      const dueAt = began + (n * 1_000) / rate
      const said = texts[Math.floor(n / people) % texts.length] ?? ''
      const { id, body } = anEvent(users[n % people] ?? '', said)
      under.push(
        post(agent, url, secret, body).then((status) => {
          times.push(performance.now() - dueAt)
          if (status === 200) acknowledged.push(id)
        }),
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await Promise.all(under)
  agent.destroy()
  return { posted: total, acknowledged, times }
}

function anEvent(user: string, text: string) {
  const id = randomUUID()
  const event = {
    type: 'message',
    mode: 'active',
    timestamp: Date.now(),
    source: { type: 'user', userId: user },
    webhookEventId: id,
    deliveryContext: { isRedelivery: false },
    replyToken: id,
    message: { type: 'text', id: id.replaceAll('-', ''), text, quoteToken: 'q' },
  }
  return { id, body: JSON.stringify({ destination: `U${'0'.repeat(32)}`, events: [event] }) }
}

function post(agent: Agent, url: string, secret: string, body: string): Promise<number> {
  const signature = createHmac('sha256', secret).update(body).digest('base64')
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-line-signature': signature,
  }
  return new Promise((resolve) => {
    const call = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
    })
    call.on('error', () => resolve(0))
    call.end(body)
  })
}

if (parentPort) parentPort.postMessage(await drive(workerData as Drive))
