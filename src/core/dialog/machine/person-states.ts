import type { DeskAct } from '../../events/incoming.ts'
import { phrase } from '../say/phrase.ts'
import type { Setting } from '../setting.ts'
import { crisisActions } from './crisis-states.ts'
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
  const { person, urgent, status } = repairMoves(setting)
  return {
    id: 'with_person',
    initial: 'waiting',
    entry: [remember(() => ({ aside: null }))],
    states: {
      waiting: {
        id: 'waiting',
        on: {
          ...always,
          ...{ person, urgent, status },
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
    { guard: is('claimed'), actions: [by, noted, say('desk.claimed')] },
    {
      guard: is('took_over'),
      target: '#talking',
      actions: [by, settled, noted, say('desk.took_over')],
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
    { guard: is('gave_back'), target: '#returning', actions: [noted, say('desk.gave_back')] },
    {
      guard: is('closed'),
      target: '#end_closed',
      actions: [noted, tell((m, s) => closing(setting, m, s))],
    },
  ]
}

function spoken(signal: Signal) {
  if (signal.type !== 'desk' || signal.desk.act !== 'said') return null
  const { text, by } = signal.desk
  return { from: 'adviser', text, by: by.name, urgency: 'receipt' } as const
}

function closing(setting: Setting, memory: Parameters<typeof phrase>[2], signal: Signal) {
  const outcome = signal.type === 'desk' && signal.desk.act === 'closed' ? signal.desk.outcome : ''
  const said = phrase(setting, 'desk.closed', memory, signal.now, 'notice')
  return said && { ...said, text: said.text.replace('[outcome]', outcome) }
}
