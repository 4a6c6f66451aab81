import type { Outgoing } from '../../events/outgoing.ts'
import { phrase } from '../say/phrase.ts'
import { openQuestion, progressText } from '../say/question.ts'
import type { Setting } from '../setting.ts'
import { rememberTold } from './ask-actions.ts'
import { callPerson } from './call-person.ts'
import { withCase } from './deeds.ts'
import { unanswered } from './keep.ts'
import { answerOf, type Memory, waiting } from './memory.ts'
import { type Action, type Move, note, remember, tell, when } from './moves.ts'
import type { RepairAct, Signal } from './signal.ts'

/**
 * The words that steer a talk. They stand at the root of the machine, so they work at every question of every
 * flow without being drawn (the field calls them repair patterns).
 */
export function repairMoves(setting: Setting) {
  const say = (key: string) => tell((m, s) => phrase(setting, key, m, s.now))
  const again = tell((m, s) => openQuestion(setting, m, s.now))
  return {
    why: [{ actions: [used('why'), tell((m, s) => why(setting, m, s)), again] }],
    repeat: [{ actions: [used('repeat'), again] }],
    larger: [{ actions: [used('larger'), say('larger.done'), again] }],
    robot: [{ actions: [used('robot'), say('robot.is'), again] }],
    greet: [{ actions: [used('greet'), say('greet.back'), again] }],
    thanks: [{ actions: [used('thanks'), say('thanks.back'), again] }],
    goodbye: [
      {
        guard: when(isOver),
        target: '#ended_hist',
        actions: [used('goodbye'), say('thanks.back')],
      },
      { target: '#parked', actions: [used('goodbye'), parkNoted('resident'), say('goodbye.back')] },
    ],
    progress: [
      {
        guard: when((m) => m.caseRef?.status === 'waiting'),
        actions: [used('progress'), say('status.now'), again],
      },
      { actions: [used('progress'), tell((m, s) => progress(setting, m, s)), again] },
    ],
    status: [
      {
        guard: when((m) => m.caseRef !== null),
        actions: [used('status'), say('status.now'), again],
      },
      { actions: [used('status'), say('status.none'), again] },
    ],
    back: [
      {
        guard: when((m) => goesBackTo(m) !== undefined),
        target: '#going',
        actions: [used('back'), remember((m) => goBack(setting, m))],
      },
      { actions: [used('back'), say('back.first'), again] },
    ],
    pause: [
      { guard: when(isOver), target: '#ended_hist', actions: [used('pause'), say('thanks.back')] },
      { target: '#parked', actions: [used('pause'), parkNoted('resident'), say('pause.done')] },
    ],
    resume: [{ actions: [used('resume'), again] }],
    restart: [{ target: '#restarting', actions: [used('restart')] }],
    withdraw: [{ target: '#withdrawing', actions: [used('withdraw')] }],
    person: [
      {
        actions: [used('person'), ...callPerson(setting, 'asked'), again],
      },
    ],
    urgent: [
      {
        actions: [
          used('urgent'),
          remember((m, s) => ({
            ...withCase(m, s, 'unfinished'),
            urgency: m.urgency === 'now' ? 'now' : 'same_day',
          })),
          say('urgent.done'),
          again,
        ],
      },
    ],
    reopened: [
      {
        guard: when((m) => isOver(m) && m.caseRef !== null),
        actions: [welcomed, say('status.now')],
      },
      { actions: [welcomed, say('welcome.back'), again] },
    ],
    late: [{ actions: [say('late.kept'), again] }],
    told: [{ actions: [rememberTold, say('told.kept'), again] }],
    media: [{ actions: [tell((m, s) => mediaText(setting, m, s)), again] }],
    correct: correctMoves(),
    watch: [
      {
        actions: [
          note((m, s) =>
            s.type === 'watch'
              ? {
                  type: 'crisis_raised',
                  tier: 'watch',
                  danger: s.kind,
                  rule: s.rule,
                  case: m.caseRef?.number ?? null,
                }
              : null,
          ),
        ],
      },
    ],
  }
}

const isOver = (memory: Memory) => memory.outcome !== null

/** Somebody is there again: the ladder of silence begins anew, and the welcome is not said twice. */
export const welcomed: Action = remember((_, s) => ({
  welcomedAt: s.now,
  askedAt: s.now,
  rung: 0,
}))

const used = (act: RepairAct): Action =>
  note((m) => ({ type: 'repair_used', act, step: waiting(m)?.step ?? null }))

export const parkNoted = (by: 'resident' | 'silence'): Action =>
  note((m) => ({ type: 'conversation_parked', by, step: m.open?.step ?? null }))

function why(setting: Setting, memory: Memory, signal: Signal): Outgoing | null {
  const reason = placedNow(setting, memory)?.question.why
  return phrase(setting, reason ?? 'why.none', memory, signal.now)
}

function progress(setting: Setting, memory: Memory, signal: Signal): Outgoing | null {
  const placed = placedNow(setting, memory)
  const text = placed ? progressText(setting, 'progress.now', placed) : ''
  return phrase(setting, text || 'progress.none', memory, signal.now)
}

const placedNow = (setting: Setting, memory: Memory) =>
  setting.questions[waiting(memory)?.step ?? '']

/** The step before the open one that was really asked. */
function goesBackTo(memory: Memory): string | undefined {
  const at = memory.open ? memory.trail.lastIndexOf(memory.open.step) : memory.trail.length
  return memory.trail[at - 1]
}

/** The earlier answer is taken out, and shown for a yes when the question can read it back. */
function goBack(setting: Setting, memory: Memory): Partial<Memory> {
  const target = goesBackTo(memory) ?? memory.trail[0]
  const slot = target === undefined ? undefined : setting.questions[target]?.question.into
  return {
    target: target ?? null,
    trail: memory.trail.slice(0, Math.max(0, memory.trail.indexOf(target ?? ''))),
    open: null,
    left: null,
    ...(slot ? unanswered(memory, slot) : {}),
  }
}

/** With a value: ask whether it is right. With the slot alone: ask that question. With neither: which one? */
function correctMoves(): readonly Move[] {
  const slotOf = (s: Signal) => (s.type === 'correct' ? s.slot : undefined)
  return [
    {
      guard: when((m, s) => {
        const slot = slotOf(s)
        return (
          s.type === 'correct' &&
          s.value !== undefined &&
          slot !== undefined &&
          answerOf(m, slot) !== undefined
        )
      }),
      target: '#correcting',
      actions: [
        remember((m, s) =>
          s.type === 'correct' && s.slot && s.value !== undefined
            ? {
                aside: {
                  step: m.open?.step ?? m.trail.at(-1) ?? '',
                  mode: 'correct',
                  slot: s.slot,
                  held: s.value,
                },
              }
            : {},
        ),
      ],
    },
    {
      guard: when((m, s) => m.answers[slotOf(s) ?? ''] !== undefined),
      target: '#going',
      actions: [remember((m, s) => reask(m, slotOf(s) ?? ''))],
    },
    { target: '#choosing_correction' },
  ]
}

/** Go to the question of a slot and ask it anew; everything answered after it is passed by. */
export function reask(memory: Memory, slot: string): Partial<Memory> {
  return { target: memory.answers[slot]?.step ?? null, open: null, ...unanswered(memory, slot) }
}

function mediaText(setting: Setting, memory: Memory, signal: Signal): Outgoing | null {
  const kind = signal.type === 'media' ? signal.media : 'file'
  if (signal.type === 'media' && kind === 'image') {
    const text = setting.house.phrases['media.images'] ?? 'media.kept'
    return phrase(setting, text.replace('{count}', String(signal.count)), memory, signal.now)
  }
  return phrase(
    setting,
    kind === 'audio' ? 'media.voice' : kind === 'sticker' ? 'media.sticker' : 'media.kept',
    memory,
    signal.now,
  )
}
