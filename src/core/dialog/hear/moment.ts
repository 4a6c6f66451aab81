import type { Act, Understood } from '../../understanding/understood.ts'
import { type Memory, waiting } from '../machine/memory.ts'
import type { Setting } from '../setting.ts'

/** Where a message meets the talk. */
export type Moment = {
  readonly setting: Setting
  readonly memory: Memory
  readonly before: readonly string[]
  readonly now: number
}

export function isAtConsent({ setting, memory }: Moment): boolean {
  const open = waiting(memory)
  const question = open?.mode === 'ask' ? setting.questions[open.step]?.question : undefined
  return question !== undefined && 'consent' in question && question.consent === true
}

export const hears = (understood: Understood, act: Act) =>
  understood.acts.some((heard) => heard.act === act)

/** A short message without what stands around its words. */
export const bare = (raw: string) => raw.replace(/[\s，。,.!！~～]/gu, '')

/** A need in words, whoever has it. */
export const tellsNeed = (understood: Understood) =>
  understood.indicators.some(({ polarity }) => polarity === 'present')

export const isFreeText = (type: string) => type === 'story' || type === 'text' || type === 'name'
