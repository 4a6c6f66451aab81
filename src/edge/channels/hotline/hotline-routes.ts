import { isProblem, PROBLEMS, type ProblemCode } from '../../../core/errors.ts'
import type { Instant } from '../../../core/time.ts'
import type { Webhook, WebhookAnswer, WebhookRoute } from '../../../work/ports/channel.ts'
import type { Order } from '../../../work/ports/intake.ts'
import { MOST_ORDERS, type ReadLine, readOrders } from './read-orders.ts'
import { isSigned } from './sign.ts'

export type HotlineConfig = { readonly HOTLINE_SECRET?: string | undefined }

/** What the house gives to the hotline. */
export type HotlineSink = {
  /** Resolves when the order is durable, with the number of its case. */
  readonly takeOrder: (
    order: Order,
  ) => Promise<{ readonly status: 'opened' | 'known' | 'added'; readonly case: string }>
  readonly now: () => Instant
  /** Codes and ids only. */
  readonly report: (code: string, facts: Readonly<Record<string, string | number>>) => void
}

/** A batch of 500 long stories. */
const MOST_BYTES = 4_000_000

/** `POST /api/hotline/orders`; none while HOTLINE_SECRET is not set. */
export function hotlineRoutes(config: HotlineConfig, sink: HotlineSink): readonly WebhookRoute[] {
  const secret = config.HOTLINE_SECRET
  if (secret === undefined) return []
  const answer = (webhook: Webhook) => answerCall(secret, sink, webhook)
  return [{ method: 'POST', path: '/api/hotline/orders', most: MOST_BYTES, answer }]
}

async function answerCall(
  secret: string,
  sink: HotlineSink,
  { headers, body }: Webhook,
): Promise<WebhookAnswer> {
  const signed = isSigned(secret, headers, body, sink.now())
  if (signed === 'unsigned') return refused('bad_signature')
  if (signed === 'too_old') return refused('bad_signature', 'timestamp')
  const call = readOrders(body, headers['content-type'] ?? '')
  if ('wrong' in call) {
    if (call.wrong === 'too_many') return refused('too_large', 'orders', `At most ${MOST_ORDERS}.`)
    return refused(call.wrong, call.field)
  }
  const [first] = call.lines
  if (call.one && first) return answerOne(sink, first)
  return answerBatch(sink, call.lines)
}

async function answerOne(sink: HotlineSink, line: ReadLine): Promise<WebhookAnswer> {
  const taken = await take(sink, line)
  if (!('code' in taken)) return json(taken.status === 'opened' ? 201 : 200, taken)
  return json(PROBLEMS[taken.code].status, taken)
}

/** Orders under way at once: most of an order is waiting for the disk. */
const AT_ONCE = 8

/** Side by side; lines that repeat a number one after the other, in their order. */
async function answerBatch(sink: HotlineSink, lines: readonly ReadLine[]): Promise<WebhookAnswer> {
  const orders: ({ readonly line: number } & (TakenLine | Refused))[] = []
  const waiting = sameNumbers(lines).values()
  const work = async () => {
    for (const group of waiting) {
      for (const { at, line } of group) {
        orders[at] = { line: at + 1, ...(await take(sink, line)) }
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const refusals = orders.filter((each) => 'code' in each).length
  return json(200, { taken: lines.length - refusals, refused: refusals, orders })
}

type Placed = { readonly at: number; readonly line: ReadLine }

function sameNumbers(lines: readonly ReadLine[]): readonly (readonly Placed[])[] {
  const groups = new Map<string, Placed[]>()
  for (const [at, line] of lines.entries()) {
    const key = 'order' in line ? `${line.order.source}/${line.order.number}` : `line ${at}`
    const group = groups.get(key)
    if (group) group.push({ at, line })
    else groups.set(key, [{ at, line }])
  }
  return [...groups.values()]
}

type Refused = {
  readonly number: string | null
  readonly code: ProblemCode
  readonly message: string
  readonly field?: string
}
type TakenLine = { readonly number: string; readonly status: string; readonly case: string }

async function take(sink: HotlineSink, line: ReadLine): Promise<TakenLine | Refused> {
  if (!('order' in line)) {
    const { number, field, message } = line
    return { number, code: 'bad_request', field, message: `${field} ${message}.` }
  }
  const { number } = line.order
  try {
    const { status, case: opened } = await sink.takeOrder(line.order)
    return { number, status, case: opened }
  } catch (error) {
    const code = isProblem(error) && error.status === 503 ? 'unavailable' : 'internal'
    sink.report('order_not_taken', { source: line.order.source, code })
    return { number, code, message: PROBLEMS[code].says }
  }
}

function refused(code: ProblemCode, field?: string, more?: string): WebhookAnswer {
  const { status, says } = PROBLEMS[code]
  const message = more === undefined ? says : `${says} ${more}`
  return json(status, { code, message, ...(field && { field }) })
}

function json(status: number, body: object): WebhookAnswer {
  return { status, body: { type: 'application/json; charset=utf-8', text: JSON.stringify(body) } }
}
