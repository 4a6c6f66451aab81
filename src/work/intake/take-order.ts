import { problem } from '../../core/errors.ts'
import { understand } from '../../core/understanding/understand.ts'
import type { Order, Taken, Taking } from '../ports/intake.ts'
import { fileOrder, isGrave } from './file-order.ts'
import type { IntakeParts } from './parts.ts'

/** A case number is drawn from 43 million: a fifth draw has never been needed. */
const DRAWS = 8

export type OrderTaken = Exclude<Taken, { readonly status: 'number_taken' }>

/**
 * Makes a case of an order; when this resolves it is durable. The same order again answers the number
 * of the first case; danger in its words calls the duty in the same transaction.
 */
export async function takeOrder(parts: IntakeParts, order: Order): Promise<OrderTaken> {
  for (let draw = 0; draw < DRAWS; draw++) {
    const taking = takingOf(parts, order, draw)
    const taken = await parts.store.take(taking)
    if (taken.status === 'number_taken') continue
    if (taken.status !== 'known') announce(parts, taking)
    return taken
  }
  throw problem('unavailable', { why: 'no free case number' })
}

function takingOf({ house, ids, now, texts }: IntakeParts, order: Order, draw: number): Taking {
  const at = now()
  const { city, district, knowledge } = house()
  const asked = { expects: 'open', now: at, city, district } as const
  const understood = understand(order.text, asked, knowledge)
  const conversation = ids.conversation('hotline', order.source, order.number)
  // Other words may need another case: the ids follow from what the order says.
  const words = [order.name, order.phone, order.address, order.text, order.dueAt, order.kind]
  const said = ids.named(`order/${conversation.id}/${JSON.stringify(words)}`)
  const fresh = ids.fresh(said, 1, draw)
  const file = fileOrder(house(), order, understood, texts, at, fresh)
  const { crisis } = understood
  const alert =
    isGrave(understood) && crisis.tier !== 'none'
      ? { tier: crisis.tier as 'high' | 'imminent', type: crisis.type }
      : null
  const id = ids.named(`order-alert/${said}`)
  return { order, file, alert: alert && { ...alert, id }, conversation, at }
}

function announce({ announce: tell }: IntakeParts, { file, alert }: Taking): void {
  tell({ about: 'cases', district: file.route.district })
  if (alert) tell({ about: 'alerts', district: file.route.district })
}
