import { leavesOpen } from '../machine/leaves.ts'
import { answerOf, type Memory, type Value, waiting } from '../machine/memory.ts'
import type { Meaning } from '../machine/signal.ts'
import { LEAVE, optionsShown } from '../say/options.ts'
import type { Setting } from '../setting.ts'
import type { Moment } from './moment.ts'

/** A tap on a button: of the open question an answer, of an old one a correction. */
export function interpretTap({ setting, memory }: Moment, option: string): Meaning {
  const [step = '', key = ''] = option.split('#')
  const open = waiting(memory)
  const shown = optionsShown(setting, memory)
  if (open && step === open.step && shown.some((each) => each.key === key)) {
    return tapped(setting, memory, key)
  }
  if (key === LEAVE && leavesOpen(setting, memory).some((leave) => leave.step === step)) {
    return { type: 'leave', step }
  }
  const old = setting.questions[step]?.question
  if (!old?.options?.[key]) return { type: 'repeat' }
  const def = setting.slots[old.into]
  if (def?.type === 'safety') return safetyTapped(memory, key)
  const value: Value = def?.type === 'choices' ? [key] : key
  // Pressed twice by a shaking hand, or in two windows: it is answered so already.
  if (String(answerOf(memory, old.into)) === String(value)) return { type: 'repeat' }
  return { type: 'correct', slot: old.into, value }
}

/** An old 「不安全」 is never a correction that waits for a yes: it is danger, now. */
function safetyTapped({ crisis }: Memory, key: string): Meaning {
  if (key !== 'unsafe') return { type: 'repeat' }
  const { tier, type: kind } = crisis ?? { tier: 'high', type: 'distress' }
  return { type: 'crisis', tier, kind, rule: 'option' }
}

function tapped(setting: Setting, memory: Memory, key: string): Meaning {
  const open = waiting(memory)
  if (!open) return { type: 'miss' }
  const yesOrNo = ['confirm', 'heard', 'reflect', 'correct', 'withdraw'].includes(open.mode)
  if (yesOrNo) return { type: key === 'yes' ? 'yes' : 'no' }
  const slot = setting.questions[open.step]?.question.into
  const several = open.mode === 'ask' && slot && setting.slots[slot]?.type === 'choices'
  return { type: 'answer', value: several ? [key] : key }
}
