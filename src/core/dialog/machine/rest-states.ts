import { atShanghai, DAY, type Instant, shanghai } from '../../time.ts'
import { isQuiet } from '../say/fill.ts'
import { phrase } from '../say/phrase.ts'
import type { Setting } from '../setting.ts'
import { withCase } from './deeds.ts'
import { answerOf, type Memory } from './memory.ts'
import { type Action, type Move, type Node, note, remember, tell, when } from './moves.ts'
import { parkNoted, welcomed } from './repair.ts'
import { spanOf } from './span.ts'

/** Nobody answers: one gentle line, one offer to go on, then the talk rests with all its answers. */
export function silenceMoves(setting: Setting): readonly Move[] {
  const ladder = setting.flow.defaults.silence
  return ladder.map(({ say, offer, park }, at) => {
    const spoken = say ? [tell((m, s) => phrase(setting, say, m, s.now, 'notice'))] : []
    const next = remember(() => ({ rung: at + 1 }))
    const guard = when((m) => m.rung === at)
    if (park) return { guard, target: '#parked', actions: [...parkedActions, ...spoken, next] }
    return { guard, ...(offer ? { target: '#resuming' } : {}), actions: [...spoken, next] }
  })
}

/** With consent and a phone number, what was told is enough to call back: 未完成求助. */
const parkedActions: readonly Action[] = [
  parkNoted('silence'),
  remember((m, s) => (canBeCalled(m) ? withCase(m, s, 'unfinished') : {})),
]

const canBeCalled = (memory: Memory) =>
  answerOf(memory, 'consent') === 'yes' && answerOf(memory, 'phone') !== undefined

/** When the clock is to look at this talk again; null when nobody is waited for. */
export function wakeAt(setting: Setting, memory: Memory, quiet: boolean): Instant | null {
  if (quiet || memory.parked || memory.outcome !== null) return null
  const rung = setting.flow.defaults.silence[memory.rung]
  if (!rung) return null
  const at = memory.askedAt + spanOf(rung.after)
  return rung.quiet_hours ? afterQuiet(at) : at
}

/** Never between 21:00 and 08:00: moved to the next morning at eight. */
function afterQuiet(at: Instant): Instant {
  if (!isQuiet(at)) return at
  const { day, hour } = shanghai(at)
  return atShanghai(day, 8) + (hour >= 21 ? DAY : 0)
}

/** The talk rests. Whatever is written next asks whether to go on. */
export function parkedState(): Node {
  const wake: readonly Move[] = [{ target: '#resuming' }]
  return {
    id: 'parked',
    entry: [remember(() => ({ parked: true, aside: null }))],
    on: {
      answer: wake,
      yes: wake,
      no: wake,
      miss: wake,
      between: wake,
      told: wake,
      zero: wake,
      skip: wake,
      repeat: wake,
      greet: wake,
      reopened: [{ target: '#resuming', actions: [welcomed] }],
      resume: [
        {
          target: '#returning',
          actions: [
            remember(() => ({ parked: false })),
            note(() => ({ type: 'conversation_resumed', choice: 'go_on' })),
          ],
        },
      ],
      silence: [{}],
    },
  }
}

/** Each way a talk may end is a state of its own. */
export function endedStates(outcomes: readonly string[]): Node {
  const states = outcomes.map((outcome) => {
    const node: Node = {
      id: `end_${outcome}`,
      entry: [
        note((m) =>
          m.outcome === outcome
            ? null
            : { type: 'conversation_ended', outcome, case: m.caseRef?.number ?? null },
        ),
        remember(() => ({ outcome, open: null, aside: null, parked: false })),
      ],
    }
    return [`end_${outcome}`, node] as const
  })
  return {
    id: 'ended',
    initial: states[0]?.[0] ?? '',
    on: { silence: [{}] },
    states: {
      ...Object.fromEntries(states),
      ended_hist: { id: 'ended_hist', type: 'history', history: 'deep' },
    },
  }
}
