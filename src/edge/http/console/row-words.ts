import type { Instant } from '../../../core/time.ts'
import type { WaitingCase } from '../../../work/ports/desk.ts'
import type { Gate } from '../parts.ts'
import type { Texts } from '../texts.ts'
import { isBreached, momentWords } from './clock-words.ts'

/** The text of a code, or the code itself where a newer part of the house says one we do not know. */
export function coded(texts: Texts, group: string, code: string): string {
  const key = `${group}.${code}`
  return texts.has(key) ? texts.say(key) : code
}

export function gradeWords(row: WaitingCase, texts: Texts): string {
  return row.grade === null ? texts.say('queue.to_grade') : coded(texts, 'grade', row.grade)
}

/** `6/12 分`, or `4–7/12 分` while answers are missing. */
export function pointsWords(row: WaitingCase, { say }: Texts): string | null {
  if (row.points === null) return null
  const [low, high] = row.points
  return say('queue.points', { points: low === high ? low : `${low}–${high}` })
}

/** Why the case came to this queue: the rule, and the place it is about. */
export function routeWords(row: WaitingCase, gate: Gate): string {
  const code = row.committee ?? row.street
  const place = code === null ? '' : `${gate.placeName(code) ?? code} · `
  return place + coded(gate.texts.console, 'reason', row.reason)
}

/** The facts that the order of the queue rests on, in the order in which they count. */
export function whyHere(row: WaitingCase, now: Instant, texts: Texts): string {
  const { say } = texts
  const facts = [
    row.crisis !== null && row.claimed === null && say('why_here.crisis'),
    isBreached(row, now) && say('why_here.breached'),
    say('why_here.urgency', { urgency: say(`urgency.${row.urgency}`) }),
    say('why_here.due', { at: momentWords(row.contactDue) }),
    row.points !== null && say('why_here.points', { points: row.points[1] }),
    say('why_here.opened', { at: momentWords(row.openedAt) }),
  ]
  return `${say('why_here.title')}：${facts.filter((fact) => fact !== false).join('；')}`
}
