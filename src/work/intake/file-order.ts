import type { CaseFile, FiledAnswer, HeardNeed } from '../../core/casework/case-file.ts'
import type { Fresh } from '../../core/dialog/fresh.ts'
import type { House } from '../../core/dialog/house.ts'
import { dueTimes } from '../../core/routing/clocks.ts'
import { route } from '../../core/routing/route.ts'
import { clockClass, type Urgency } from '../../core/routing/urgency.ts'
import { type Instant, shanghai } from '../../core/time.ts'
import { locate } from '../../core/understanding/place/locate.ts'
import type { Address, Understood } from '../../core/understanding/understood.ts'
import type { Order } from '../ports/intake.ts'
import type { IntakeTexts, OrderLine } from './parts.ts'

/**
 * The case that an order becomes. Its words are another office's: needs stay suspected, nothing is
 * assessed, and who takes the case is told to call first (电话核实). The address places it by the same
 * rules as a resident's; what they do not settle is placed by hand.
 */
export function fileOrder(
  house: House,
  order: Order,
  understood: Understood,
  texts: IntakeTexts,
  now: Instant,
  fresh: Fresh,
): CaseFile {
  const { crisis } = understood
  const urgency: Urgency = isGrave(understood) ? 'now' : 'normal'
  const heard = needsOf(understood)
  const address = placeOf(house, order, understood)
  const needs = heard.filter(({ polarity }) => polarity === 'present').map(({ code }) => code)
  const home = { tier: crisis.tier, urgency, needs: [...new Set(needs)] }
  return {
    id: fresh.caseId,
    number: fresh.caseNumber,
    status: 'waiting',
    stage: 'routing',
    source: order.source,
    openedAt: now,
    forWhom: order.source === 'report' ? 'neighbour' : null,
    subjectAgrees: null,
    name: order.name,
    phone: order.phone ?? understood.slots.phone ?? null,
    address: order.address,
    story: order.text,
    urgency,
    crisis: crisis.tier === 'none' ? null : { tier: crisis.tier, type: crisis.type },
    wantsPerson: false,
    stoppedAt: null,
    answers: linesOf(order, texts, now),
    heard,
    assessment: null,
    route: route({ ...home, ...(address && { address }) }, house.town, now),
    due: dueOf(house, order, understood, urgency, now),
  }
}

/** Danger that a person must see to at once. */
export const isGrave = ({ crisis }: Understood): boolean =>
  crisis.tier === 'high' || crisis.tier === 'imminent'

/** The field for the address first; the story where that says nothing sure. */
function placeOf(house: House, order: Order, { slots }: Understood): Address | undefined {
  const { city, district, town } = house
  const { address } = order
  const written = address === null ? undefined : locate(address, town.places, { city, district })
  if (written?.sure) return written
  return slots.address?.sure ? slots.address : (written ?? slots.address)
}

function needsOf({ indicators, raw }: Understood): readonly HeardNeed[] {
  return indicators.map(({ span, ...need }) => {
    return { ...need, quote: raw.slice(span[0], span[1]), confirmed: null }
  })
}

/** The sender's own due time (办理时限) brings the clocks nearer, never farther. */
function dueOf(
  { clocks, town }: House,
  { dueAt }: Order,
  { crisis }: Understood,
  urgency: Urgency,
  now: Instant,
): CaseFile['due'] {
  const due = dueTimes(now, clockClass({ tier: crisis.tier, urgency }), clocks, town.calendar)
  const wanted = dueAt ?? Number.POSITIVE_INFINITY
  return {
    acknowledge: Math.min(due.acknowledge, wanted),
    contact: Math.min(due.first_contact, wanted),
  }
}

/** What the sender noted besides, for the adviser's eyes. */
function linesOf(order: Order, { lines }: IntakeTexts, at: Instant): readonly FiledAnswer[] {
  const moment = (when: Instant | null) => (when === null ? null : written(when))
  const told: readonly (readonly [OrderLine, string | null])[] = [
    ['number', order.number],
    ['from', order.from],
    ['kind', order.kind],
    ['received', moment(order.receivedAt)],
    ['due', moment(order.dueAt)],
  ]
  return told.flatMap(([line, reads]) => {
    if (reads === null) return []
    const slot = `order_${line}`
    const question = lines[line]
    return [{ slot, step: slot, question, reads, value: reads, basis: 'prefill', at } as const]
  })
}

/** 2026-11-21 09:05, as the sender's own papers have it. */
function written(when: Instant): string {
  const { day, hour, minute } = shanghai(when)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day} ${two(hour)}:${two(minute)}`
}
