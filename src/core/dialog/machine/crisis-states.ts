import { LIMITS } from '../limits.ts'
import { phrase } from '../say/phrase.ts'
import { openQuestion } from '../say/question.ts'
import type { Setting } from '../setting.ts'
import { withCase } from './deeds.ts'
import { answered } from './keep.ts'
import type { Memory } from './memory.ts'
import { type Action, type Move, type Node, note, remember, tell } from './moves.ts'
import type { Signal } from './signal.ts'

/** Danger pre-empts every state. Before any word of the form, somebody is called; no consent is asked first. */
export function crisisMoves(setting: Setting): readonly Move[] {
  const first = setting.interrupt?.steps[0]?.id
  return [
    {
      ...(first ? { target: `#${first}` } : {}),
      actions: [...crisisActions(setting), afresh(setting)],
    },
  ]
}

/** While the card is on the screen: a further cry is raised again, and the form waits for the answer. */
export function interrupted(setting: Setting, steps: Readonly<Record<string, Node>>): Node {
  const first = setting.interrupt?.steps[0]?.id ?? ''
  const say = (key: string) => tell((m, s) => phrase(setting, key, m, s.now, 'urgent'))
  const again = tell((m, s) => openQuestion(setting, m, s.now))
  return {
    id: 'interrupted',
    initial: first,
    on: {
      crisis: [{ actions: [...crisisActions(setting), say('crisis.again'), again] }],
      silence: [{ actions: [remember((m) => ({ rung: m.rung + 1 })), say('crisis.silence')] }],
      back: [{ actions: [again] }],
      correct: [{ actions: [again] }],
      restart: [{ actions: [again] }],
    },
    states: steps,
  }
}

/** The alarm itself: tier only rises, the case stands at once, what was answered is kept. */
export function crisisActions(setting: Setting): readonly Action[] {
  return [
    remember((m, s) => alarmed(setting, m, s)),
    note((m, s) =>
      s.type === 'crisis'
        ? {
            type: 'crisis_raised',
            tier: s.tier,
            danger: s.kind,
            rule: s.rule,
            case: m.caseRef?.number ?? null,
          }
        : null,
    ),
  ]
}

function alarmed(setting: Setting, memory: Memory, signal: Signal): Partial<Memory> {
  if (signal.type !== 'crisis') return {}
  const { tier, kind: type, rule } = signal
  const open = memory.open
  const question = open?.mode === 'ask' ? setting.questions[open.step]?.question : undefined
  const kept =
    question && signal.answer !== undefined
      ? answered(memory, question, signal.answer, 'answer', signal.now)
      : {}
  return {
    ...kept,
    ...rememberedIn(memory, kept.stated ?? memory.stated, signal),
    ...withCase(memory, signal, 'waiting'),
    aside: null,
    urgency: 'now',
    crisis: memory.crisis?.tier === 'imminent' ? memory.crisis : { tier, type, rule },
  }
}

/** Like a story told early; what was known before stands. */
function rememberedIn(
  memory: Memory,
  known: Memory['stated'],
  { told, answer }: Extract<Signal, { type: 'crisis' }>,
): Partial<Memory> {
  if (!told) return {}
  const { heard, stated } = told
  const open = Object.entries(stated).filter(([slot]) => memory.answers[slot] === undefined)
  return {
    heard: answer === undefined ? [...memory.heard, ...heard].slice(0, LIMITS.heardNeeds) : heard,
    stated: { ...Object.fromEntries(open), ...known },
  }
}

/** A later danger gets the whole card again, not the answers of the first. */
function afresh(setting: Setting): Action {
  const steps = new Set(setting.interrupt?.steps.map((step) => step.id))
  const slots = new Set(Object.keys(setting.interrupt?.slots ?? {}))
  return remember((m) => ({
    done: m.done.filter((step) => !steps.has(step)),
    answers: Object.fromEntries(Object.entries(m.answers).filter(([slot]) => !slots.has(slot))),
  }))
}
