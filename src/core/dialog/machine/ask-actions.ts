import type { Question } from '../flow/schema.ts'
import { wordingFor } from '../flow/wordings.ts'
import { LIMITS } from '../limits.ts'
import { phrase } from '../say/phrase.ts'
import { openQuestion } from '../say/question.ts'
import type { Setting } from '../setting.ts'
import { answered, opened, valueIn } from './keep.ts'
import type { Memory, Mode, Open, Value } from './memory.ts'
import { answerOf } from './memory.ts'
import { type Action, note, remember, tell } from './moves.ts'
import type { Signal } from './signal.ts'

export function ask(setting: Setting, question: Question, mode: Mode): readonly Action[] {
  return [
    remember((m, s) => {
      const held = m.open?.step === question.id ? m.open.held : undefined
      const open: Open = { step: question.id, mode, ...(held === undefined ? {} : { held }) }
      return { ...opened(m, open, s.now), ...(mode === 'ask' ? drawn(m, question, s) : {}) }
    }),
    tell((m, s) => openQuestion(setting, m, s.now)),
  ]
}

/** Of several wordings one is drawn when the question is first put, and kept. */
function drawn(memory: Memory, question: Question, { fresh }: Signal): Partial<Memory> {
  const { wordings = {} } = memory
  const { conversation } = fresh
  if (!question.wordings || conversation === undefined || wordings[question.id]) return {}
  return { wordings: { ...wordings, [question.id]: { key: wordingFor(question, conversation) } } }
}

/** Keep a value aside until it is confirmed. */
export function hold(mode: Mode, question: Question): Action {
  return remember((m, s) => ({
    open: { step: question.id, mode, held: valueIn(s) as Value },
    tries: m.tries,
  }))
}

/** A value that was said before its question: taken from there, so that a no asks openly. */
export function holdStated(question: Question, mode: Mode): Action {
  return remember((m) => {
    const { [question.into]: held, ...stated } = m.stated
    return { stated, open: { step: question.id, mode, held: held as Value } }
  })
}

export function holdKeys(question: Question): Action {
  return remember((_, s) =>
    s.type === 'between'
      ? { open: { step: question.id, mode: 'between', between: s.keys }, tries: 0, askedAt: s.now }
      : {},
  )
}

export const drop: Action = remember((m) =>
  m.open ? { open: { step: m.open.step, mode: 'ask' } } : {},
)

export const forgetStated = (question: Question): Action =>
  remember((m) => {
    const { [question.into]: _, ...stated } = m.stated
    return { stated, open: null }
  })

export function keep(setting: Setting, question: Question): readonly Action[] {
  return [
    remember((m, s) => answered(m, question, valueKept(setting, question, s), 'answer', s.now)),
    recorded(question),
    ...noted(setting, question),
    ...toldToo(setting, question),
    ...('consent' in question && question.consent ? consented(question) : []),
  ]
}

/** One chosen of two that fit equally well is a list where several may be chosen, as any other choice there. */
function valueKept({ slots }: Setting, { into }: Question, signal: Signal): Value {
  const value = valueIn(signal) as Value
  return slots[into]?.type === 'choices' && typeof value === 'string' ? [value] : value
}

/** 「王秀英，138…」: what was asked for in the same breath is an answer too. */
function toldToo(setting: Setting, { also }: Question): readonly Action[] {
  const asked = Object.values(setting.questions).find(({ question }) => question.into === also)
  if (also === undefined || !asked) return []
  const { question } = asked
  const kept = (m: Memory, s: Signal): Partial<Memory> | null => {
    const value = s.type === 'answer' && !m.answers[also] ? s.stated?.[also] : undefined
    return value === undefined ? null : answered(m, question, value, 'answer', s.now)
  }
  return [
    tell((m, s) => {
      const after = kept(m, s)
      return after && question.noted
        ? phrase(setting, question.noted, { ...m, ...after }, s.now)
        : null
    }),
    note(
      (m, s) =>
        kept(m, s) && { type: 'answer_recorded', step: question.id, slot: also, basis: 'answer' },
    ),
    remember((m, s) => kept(m, s) ?? {}),
  ]
}

/** 「电话记下了：138 0013 8000」. */
function noted(setting: Setting, { noted: text }: Question): readonly Action[] {
  return text === undefined ? [] : [tell((m, s) => phrase(setting, text, m, s.now))]
}

export const keepHeld = (question: Question, basis: 'answer' | 'story'): Action =>
  remember((m, s) => answered(m, question, m.open?.held as Value, basis, s.now))

export function recorded(question: Question): Action {
  return note((m) => {
    const kept = m.answers[question.into]
    const basis = kept && 'value' in kept ? kept.basis : 'answer'
    return { type: 'answer_recorded', step: question.id, slot: question.into, basis }
  })
}

/** 同意: the notice is named by its step, its wording by the bundle of the turn. Without a yes nothing is kept. */
function consented(question: Question): readonly Action[] {
  return [
    note((m) => ({
      type: answerOf(m, question.into) === 'yes' ? 'consent_given' : 'consent_refused',
      notice: question.id,
    })),
    remember((m) => {
      const kept = m.answers[question.into]
      if (!kept || answerOf(m, question.into) === 'yes') return {}
      return { answers: { [question.into]: kept }, stated: {}, heard: [] }
    }),
  ]
}

export const rememberHeard: Action = remember((m, s) => {
  if (s.type !== 'answer') return {}
  return {
    ...(s.heard ? { heard: s.heard } : {}),
    ...(s.stated ? { stated: { ...m.stated, ...s.stated } } : {}),
  }
})

/** The first story stands; what is told later adds its needs, unconfirmed, for the adviser. */
export const rememberTold: Action = remember((m, s) => {
  if (s.type !== 'told') return {}
  const { story } = s
  const isNew = story && m.answers[story.slot] === undefined && m.stated[story.slot] === undefined
  return {
    heard: [...m.heard, ...s.heard].slice(0, LIMITS.heardNeeds),
    stated: { ...s.stated, ...(isNew ? { [story.slot]: story.value } : {}), ...m.stated },
  }
})

export const hasNeeds = (s: Extract<Signal, { type: 'answer' }>) =>
  (s.heard ?? []).some((need) => need.polarity === 'present')
