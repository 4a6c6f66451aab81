import type { CaseFile, FiledAnswer } from '../casework/case-file.ts'
import { type Route, route } from '../routing/route.ts'
import type { Instant } from '../time.ts'
import type { Address } from '../understanding/understood.ts'
import { assessmentOf } from './assess-memory.ts'
import { caseDue } from './case-due.ts'
import { askIn } from './flow/wordings.ts'
import { recalls } from './machine/filed-facts.ts'
import { type AddressValue, answerOf, type Memory } from './machine/memory.ts'
import { fill } from './say/fill.ts'
import { reads } from './say/reads.ts'
import type { Setting } from './setting.ts'
import { stageOf } from './stage.ts'

/** The case as it stands in memory: null until it was opened. Pure, so the same turn files the same case. */
export function fileCase(setting: Setting, memory: Memory, now: Instant): CaseFile | null {
  const ref = memory.caseRef
  if (!ref || ref.status === 'closed') return null
  const answers = filedAnswers(setting, memory, now)
  const assessment = answers.length ? assessmentOf(setting, memory, now) : null
  const crisis = memory.crisis ? { tier: memory.crisis.tier, type: memory.crisis.type } : null
  const due = caseDue(setting, memory, ref.openedAt, assessment)
  return {
    id: ref.id,
    number: ref.number,
    status: ref.status,
    stage: ref.status === 'waiting' ? 'routing' : 'intake',
    source: 'resident_chat',
    openedAt: ref.openedAt,
    forWhom: oneOf(memory, 'for_whom', ['self', 'family', 'neighbour'] as const),
    subjectAgrees: oneOf(memory, 'subject_agrees', ['yes', 'no', 'unsure'] as const),
    name: text(memory, 'subject_name'),
    phone: text(memory, 'phone'),
    address: addressOf(memory)?.text ?? null,
    story: text(memory, 'need'),
    urgency: memory.urgency,
    crisis,
    wantsPerson: memory.wantsPerson,
    stoppedAt:
      ref.status === 'unfinished' ? (memory.open?.step ?? memory.trail.at(-1) ?? null) : null,
    answers,
    heard: mayKeep(memory) ? memory.heard : [],
    assessment,
    route: routeOf(setting, memory, now),
    due: { acknowledge: due.acknowledge, contact: due.first_contact },
  }
}

/** Before consent nothing sensitive is filed, unless a life is at stake (个人信息保护法 art. 13, 29). */
const mayKeep = (memory: Memory) => memory.crisis !== null || answerOf(memory, 'consent') === 'yes'

/** Where the case belongs by what is known now. */
function routeOf(setting: Setting, memory: Memory, now: Instant): Route {
  const address = addressOf(memory)
  const needs = memory.heard.filter((need) => need.polarity === 'present').map((need) => need.code)
  return route(
    {
      tier: memory.crisis?.tier ?? 'none',
      urgency: memory.urgency,
      needs: [...new Set(needs)],
      ...(memory.preset ? { preset: memory.preset } : {}),
      ...(address ? { address: asFound(address) } : {}),
    },
    setting.house.town,
    now,
  )
}

function addressOf(memory: Memory): AddressValue | undefined {
  const value = answerOf(memory, 'address')
  return typeof value === 'object' && 'text' in value ? value : undefined
}

function asFound({ district, street, committee, sure }: AddressValue): Address {
  return {
    sure,
    options: [],
    why: sure ? 'confirmed' : 'not_found',
    ...(district ? { district } : {}),
    ...(street ? { street } : {}),
    ...(committee ? { committee } : {}),
  }
}

function filedAnswers(setting: Setting, memory: Memory, now: Instant): readonly FiledAnswer[] {
  return Object.entries(memory.answers).flatMap(([slot, kept]) => {
    const asked = askedIn(setting, memory, kept.step)
    const question = asked?.questions[kept.step]?.question
    if (!asked || !question || ('consent' in question && question.consent)) return []
    if (('summarise' in question && question.summarise) || recalls(question)) return []
    const { step, at, basis } = kept
    const value = 'value' in kept ? kept.value : null
    return [
      {
        slot,
        step,
        at,
        basis,
        value,
        question: fill(askIn(question, memory.wordings?.[step]?.key), asked, memory, now),
        reads: value === null ? '' : reads(asked, slot, value),
      },
    ]
  })
}

/** The text of the flow that asked it: one that the talk stood on before may have had a question more. */
function askedIn(setting: Setting, memory: Memory, step: string): Setting | undefined {
  if (setting.questions[step]) return setting
  const { house, flow } = setting
  const before = (memory.was ?? []).flatMap((hash) => {
    const flows = Object.values(house.bundles[hash]?.flows ?? {})
    const same = flows.find(({ kind }) => kind === flow.kind)
    return same ? [stageOf(house, hash, same.id).setting] : []
  })
  return before.find(({ questions }) => questions[step])
}

function text(memory: Memory, slot: string): string | null {
  const value = answerOf(memory, slot)
  return typeof value === 'string' ? value : null
}

function oneOf<T extends string>(memory: Memory, slot: string, keys: readonly T[]): T | null {
  const value = answerOf(memory, slot)
  return keys.find((key) => key === value) ?? null
}
