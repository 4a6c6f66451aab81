import type { FactType } from '../conditions/fact-types.ts'
import type { Facts, Value } from '../conditions/value.ts'
import type { Model } from './model.ts'

/** Answers as facts, and the names of those that say nothing the model can use. */
export type ReadAnswers = {
  readonly facts: Facts
  readonly ignored: readonly string[]
}

/**
 * Answers from outside as facts of the model. Tolerant: an amount may be a number, a text of
 * digits or `{min, max, per}`; one choice may stand for a list. What cannot be read is unknown.
 */
export function readAnswers(model: Model, answers: Readonly<Record<string, unknown>>): ReadAnswers {
  const facts: Record<string, Value> = {}
  const ignored: string[] = []
  for (const [name, answer] of Object.entries(answers)) {
    if (answer === null || answer === undefined) continue
    const type = Object.hasOwn(model.facts, name) ? model.facts[name] : undefined
    const value = type && readAnswer(type, answer)
    if (value === undefined) ignored.push(name)
    else facts[name] = value
  }
  return { facts, ignored }
}

function readAnswer(type: FactType, answer: unknown): Value | undefined {
  switch (type.type) {
    case 'boolean':
      return typeof answer === 'boolean' ? answer : undefined
    case 'number':
      return readCount(answer)
    case 'money':
      return readMoney(answer)
    case 'choice':
      return typeof answer === 'string' && type.of.includes(answer) ? answer : undefined
    case 'choices': {
      const list = Array.isArray(answer) ? answer : [answer]
      const chosen = list.filter((entry) => type.of.includes(entry))
      return chosen.length > 0 || list.length === 0 ? chosen : undefined
    }
    case 'text':
    case 'day':
      return typeof answer === 'string' ? answer : undefined
    default:
      return undefined
  }
}

/** How many: at least one, as a household has at least the person who is helped. */
function readCount(answer: unknown): number | undefined {
  const value = readNumber(answer)
  return value !== undefined && value >= 1 ? value : undefined
}

/** Yuan a month. What is told by the year is spread; by the day or once says nothing of a month. */
function readMoney(answer: unknown): Value | undefined {
  if (typeof answer !== 'object' || answer === null) return positive(readNumber(answer))
  const { min, max, per } = answer as Readonly<Record<string, unknown>>
  if (per === 'day' || per === 'once') return undefined
  const [low, high] = [positive(readNumber(min)), positive(readNumber(max))]
  if (low === undefined || high === undefined || low > high) return undefined
  const months = per === 'year' ? 12 : 1
  return { min: Math.round(low / months), max: Math.round(high / months) }
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value >= 0 ? value : undefined
}

function readNumber(answer: unknown): number | undefined {
  if (typeof answer === 'number') return Number.isFinite(answer) ? answer : undefined
  if (typeof answer !== 'string' || !/^\s*\d+(\.\d+)?\s*$/.test(answer)) return undefined
  return Number(answer)
}
