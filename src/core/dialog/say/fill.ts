import { maskPhone } from '../../people/mask.ts'
import { nextOpen } from '../../routing/calendar.ts'
import { type SaidDue, sayDue } from '../../routing/clocks.ts'
import { type Instant, shanghai } from '../../time.ts'
import { assessmentOf } from '../assess-memory.ts'
import { caseDue } from '../case-due.ts'
import { type AddressValue, answerOf, type Memory, type Value, waiting } from '../machine/memory.ts'
import type { Setting } from '../setting.ts'
import { hotline } from './hotline.ts'
import { placeName, reads } from './reads.ts'

/** Puts what is known into a text: `{phone.masked}`, `{case.promise}`. What is not known reads as a blank phrase. */
export function fill(text: string, setting: Setting, memory: Memory, now: Instant): string {
  return text.replace(
    /\{([a-z_][a-z0-9_.]*)\}/g,
    (_, name: string) => insert(name, setting, memory, now) ?? '',
  )
}

function insert(name: string, setting: Setting, memory: Memory, now: Instant): string | undefined {
  const { house } = setting
  if (name.startsWith('hotline.')) return hotline(house, memory, name.slice(8), now)
  switch (name) {
    case 'value':
      return heldReads(setting, memory)
    case 'was':
      return wasReads(setting, memory)
    case 'label':
      return setting.slots[waiting(memory)?.slot ?? '']?.label
    case 'heard':
      return heardReads(setting, memory)
    case 'street':
      return (
        placeName(setting, place(memory)?.street ?? memory.preset?.street ?? '') ??
        house.phrases['place.here']
      )
    case 'committee':
      return placeName(setting, place(memory)?.committee ?? '')
    case 'case.number':
      return memory.caseRef?.number
    case 'case.promise':
      return promise(setting, memory, now)
    case 'adviser':
      return memory.adviser?.name ?? fill(house.phrases['adviser.team'] ?? '', setting, memory, now)
    case 'next_open':
      return saidDue(setting, sayDue(now, nextOpen(now, house.town.calendar, house.town.office)))
    case 'stage':
      return fill(stagePhrase(setting, memory), setting, memory, now)
    default:
      return phoneReads(memory, name) ?? slotReads(setting, memory, name)
  }
}

/** `{phone.spoken}`, `{phone.masked}`: of any slot that holds a number. */
function phoneReads(memory: Memory, name: string): string | undefined {
  const [slot = '', form] = name.split('.')
  const write = form === 'spoken' ? spoken : form === 'masked' ? maskPhone : undefined
  return write?.(String(answerOf(memory, slot) ?? ''))
}

function heldReads(setting: Setting, memory: Memory): string | undefined {
  const open = waiting(memory)
  if (open?.held === undefined) return undefined
  const slot = open.slot ?? setting.questions[open.step]?.question.into
  if (slot === undefined) return undefined
  // what somebody has just typed is read back whole, so that a wrong digit is seen
  if (typeof open.held === 'string' && setting.slots[slot]?.type === 'phone')
    return spoken(open.held)
  return reads(setting, slot, open.held)
}

/** 138 0000 0000: in groups, as people say it. */
const spoken = (phone: string) => phone.replace(/^(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3')

function wasReads(setting: Setting, memory: Memory): string | undefined {
  const slot = waiting(memory)?.slot
  const value = slot === undefined ? undefined : answerOf(memory, slot)
  return slot === undefined || value === undefined ? undefined : reads(setting, slot, value)
}

/** The needs heard, in plain words, each once. */
function heardReads(setting: Setting, memory: Memory): string {
  const { phrases } = setting.house
  const codes = memory.heard.filter((need) => need.polarity === 'present').map((need) => need.code)
  return [...new Set(codes)]
    .map((code) => phrases[`heard.${code}`] ?? '')
    .filter(Boolean)
    .join('、')
}

function place(memory: Memory): AddressValue | undefined {
  const held = waiting(memory)?.held
  if (isAddress(held)) return held
  const kept = answerOf(memory, 'address')
  return isAddress(kept) ? kept : undefined
}

const isAddress = (value: Value | undefined): value is AddressValue =>
  typeof value === 'object' && 'text' in value

/** 「在今天 17:00 前」, or 「马上」 within the last hour: the end of the first-contact clock. */
function promise(setting: Setting, memory: Memory, now: Instant): string | undefined {
  if (!memory.caseRef) return undefined
  const assessment = assessmentOf(setting, memory, now)
  const due = caseDue(setting, memory, memory.caseRef.openedAt, assessment)
  const said = sayDue(now, due.first_contact)
  const { phrases } = setting.house
  if (said.kind === 'now') return phrases['promise.now']
  return phrases['promise.by']?.replace('{due}', saidDue(setting, said))
}

function saidDue(setting: Setting, due: SaidDue): string {
  const { phrases } = setting.house
  const [, month, day] = due.day.split('-')
  const clock = `${due.hour}:${String(due.minute).padStart(2, '0')}`
  return (phrases[`due.${due.kind}`] ?? '{clock}')
    .replace('{clock}', clock)
    .replace('{weekday}', phrases[`weekday.${due.weekday}`] ?? '')
    .replace('{month}', String(Number(month)))
    .replace('{day}', String(Number(day)))
}

function stagePhrase(setting: Setting, memory: Memory): string {
  const { phrases } = setting.house
  const isClosed = memory.caseRef?.status === 'closed'
  if (memory.adviser && !isClosed) return phrases['stage.claimed'] ?? ''
  return phrases[`stage.${memory.caseRef?.status ?? 'none'}`] ?? ''
}

function slotReads(setting: Setting, memory: Memory, slot: string): string | undefined {
  const value = answerOf(memory, slot)
  return value === undefined ? undefined : reads(setting, slot, value)
}

/** True at night: nothing unasked is said between 21:00 and 08:00 (rule 21). */
export function isQuiet(now: Instant): boolean {
  const { hour } = shanghai(now)
  return hour >= 21 || hour < 8
}
