import { shanghai } from '../../../core/time.ts'
import type { ShownDelivery } from '../../../work/ports/chat.ts'
import type { Gate } from '../parts.ts'
import type { Texts } from '../texts.ts'

/** The word of a code, or the code itself where a newer part of the house says one we do not know. */
export function word(texts: Texts, group: string, code: string): string {
  const key = `${group}.${code}`
  return texts.has(key) ? texts.say(key) : code
}

/** A closed list with its words. */
export function named(texts: Texts, group: string, codes: readonly string[]) {
  return codes.map((code) => ({ code, label: word(texts, group, code) }))
}

/** Name of a street or committee, or its code. */
export const placeName = (gate: Gate, code: string) => gate.placeName(code) ?? code

/** `11-21 09:05` in Shanghai. */
export function moment(at: number): string {
  const { day, hour, minute } = shanghai(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day.slice(5)} ${two(hour)}:${two(minute)}`
}

/** `没有送到：对方 48 小时没有写信`. */
export function deliveryWords(texts: Texts, { state, why }: ShownDelivery): string {
  const says = word(texts, 'delivery', state)
  return why === null ? says : `${says}：${word(texts, 'delivery.why', why)}`
}

/** `高度`, `中度–高度`, `待评`. */
export function gradeWords(
  texts: Texts,
  grade: string | null,
  range: readonly [string, string] | null,
): string {
  if (grade !== null) return word(texts, 'grade', grade)
  if (range === null) return texts.say('grade.open')
  return [...new Set(range)].map((each) => word(texts, 'grade', each)).join('–')
}

export const verdictWord = (texts: Texts, value: boolean | null) =>
  texts.say(`verdict.${value === null ? 'unknown' : value ? 'yes' : 'no'}`)

/** What a slot is called: by the flow, else by the desk. */
export const slotWord = (gate: Gate, slot: string) =>
  gate.slotName(slot) ?? word(gate.texts.desk, 'slot', slot)

/** What a helper suspected: a need, or a kind of paper. */
export const suspectWord = (texts: Texts, code: string) =>
  texts.has(`indicator.${code}`) ? word(texts, 'indicator', code) : word(texts, 'document', code)
