import type { DeskAct } from '../../events/incoming.ts'
import { phrase } from '../say/phrase.ts'
import type { Setting } from '../setting.ts'
import { crisisActions } from './crisis-states.ts'
import { answerOf, type Memory } from './memory.ts'
import { type Move, type Node, note, remember, tell, when } from './moves.ts'
import { repairMoves } from './repair.ts'
import type { Signal } from './signal.ts'

/**
 * A person has the floor. waiting: called, not yet here, the bot only says that words are kept. talking: the
 * bot is silent, but words of danger still raise the alarm and get their numbers, and 撤回 is always honoured.
 */
export function personStates(setting: Setting): Node {
  const danger = tell((m, s) => phrase(setting, 'crisis.again', m, s.now, 'urgent'))
  const crisis: readonly Move[] = [{ actions: [...crisisActions(setting), danger] }]
  const always = {
    crisis,
    desk: deskMoves(setting),
    withdraw: [{ target: '#withdrawing' }],
    silence: [{}],
  }
  const { person, urgent, status, robot } = repairMoves(setting)
  return {
    id: 'with_person',
    initial: 'waiting',
    entry: [remember(() => ({ aside: null }))],
    states: {
      waiting: {
        id: 'waiting',
        on: {
          ...always,
          ...{ person, urgent, status, robot },
          resume: [{ target: '#returning' }],
          '*': [{ actions: [tell((m, s) => phrase(setting, 'waiting.kept', m, s.now))] }],
        },
      },
      talking: { id: 'talking', on: { ...always, '*': [{}] } },
    },
  }
}

/** What an adviser does reaches the resident in words, whatever state the talk is in. */
export function deskMoves(setting: Setting): readonly Move[] {
  const is = (act: DeskAct['act']) => when((_, s) => s.type === 'desk' && s.desk.act === act)
  const by = remember((_, s) => (s.type === 'desk' ? { adviser: s.desk.by } : {}))
  const settled = remember(() => ({ aside: null, parked: false }))
  const say = (key: string) => tell((m, s) => phrase(setting, key, m, s.now, 'notice'))
  const noted = note((_, s) =>
    s.type === 'desk' ? { type: 'desk_noted', act: s.desk.act, by: s.desk.by.id } : null,
  )
  return [
    { guard: is('claimed'), actions: [by, open, noted, say('desk.claimed')] },
    {
      guard: is('took_over'),
      target: '#talking',
      actions: [by, open, settled, noted, say('desk.took_over')],
    },
    {
      guard: is('said'),
      target: '#talking',
      actions: [by, settled, noted, tell((_, s) => spoken(s))],
    },
    {
      guard: when((_, s) => s.type === 'desk' && s.desk.act === 'gave_back' && s.desk.at === 'end'),
      target: '#end_given_back',
      actions: [noted, say('desk.gave_back_end')],
    },
    {
      guard: when((_, s) => gaveBack(s) === 'appointment'),
      target: '#waiting',
      actions: [noted, say('desk.gave_back_appointment')],
    },
    {
      guard: when((m, s) => gaveBack(s) === 'questions' && firstWanted(setting, m, s) !== null),
      target: '#going',
      actions: [
        noted,
        say('desk.gave_back'),
        remember((m, s) => ({ ...asked(setting, m, s), target: firstWanted(setting, m, s) })),
      ],
    },
    {
      guard: is('gave_back'),
      target: '#returning',
      actions: [noted, say('desk.gave_back'), remember(() => ({ wanted: null }))],
    },
    {
      guard: is('closed'),
      target: '#end_closed',
      actions: [noted, tell((m, s) => closing(setting, m, s)), closed],
    },
  ]
}

/** A closed case that somebody takes up again is open. */
const open = remember(({ caseRef }) =>
  caseRef?.status === 'closed' ? { caseRef: { ...caseRef, status: 'waiting' } } : {},
)

/** What was urgent in it is over: whatever comes next is a matter of its own. */
const closed = remember(({ caseRef }) => {
  const calm = { urgency: 'normal', crisis: null, wantsPerson: false } as const
  return { ...calm, caseRef: caseRef && { ...caseRef, status: 'closed' } }
})

const gaveBack = (signal: Signal) =>
  signal.type === 'desk' && signal.desk.act === 'gave_back' ? signal.desk.at : null

/** Questions that the adviser ticked and that have no answer yet. Nothing is asked before consent. */
function wantedQuestions(setting: Setting, memory: Memory, signal: Signal) {
  if (signal.type !== 'desk' || signal.desk.act !== 'gave_back') return []
  if (answerOf(memory, 'consent') !== 'yes') return []
  const { questions: wanted = [] } = signal.desk
  return Object.values(setting.questions).flatMap(({ question }) =>
    'indicator' in question &&
    wanted.includes(question.indicator) &&
    answerOf(memory, question.into) === undefined
      ? [question]
      : [],
  )
}

const firstWanted = (setting: Setting, memory: Memory, signal: Signal) =>
  wantedQuestions(setting, memory, signal)[0]?.id ?? null

/** 「不知道」 and 「跳过」 are asked once more; the talk stands in the flow again, wherever it had ended. */
function asked(setting: Setting, memory: Memory, signal: Signal): Partial<Memory> {
  const questions = wantedQuestions(setting, memory, signal)
  const again = new Set(questions.map(({ into }) => into))
  const answers = Object.entries(memory.answers).filter(([slot]) => !again.has(slot))
  const wanted = questions.map(({ indicator }) => indicator)
  const fresh = { open: null, aside: null, parked: false, outcome: null, tries: 0, left: null }
  return { ...fresh, answers: Object.fromEntries(answers), wanted }
}

function spoken(signal: Signal) {
  if (signal.type !== 'desk' || signal.desk.act !== 'said') return null
  const { text, by, media } = signal.desk
  const said = { from: 'adviser', text, by: by.name, urgency: 'receipt' } as const
  return media ? { ...said, media } : said
}

function closing(setting: Setting, memory: Parameters<typeof phrase>[2], signal: Signal) {
  const outcome = signal.type === 'desk' && signal.desk.act === 'closed' ? signal.desk.outcome : ''
  const said = phrase(setting, 'desk.closed', memory, signal.now, 'notice')
  return said && { ...said, text: said.text.replace('[outcome]', outcome) }
}
