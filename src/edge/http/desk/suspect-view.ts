import type { Suspect } from '../../../core/casework/suspects.ts'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import type { Shown } from '../../../work/ports/chat.ts'
import type { Gate } from '../parts.ts'
import { iso } from './frame.ts'
import { suspectWord, word } from './words.ts'

/** A guess of the house in words; it always says that it is one (疑似). */
export function suspectView(
  { seq, kind, code, who, file, quote, amount, at, settled }: Suspect,
  transcript: readonly Shown[],
  gate: Gate,
): CaseView['suspects'][number] {
  const texts = gate.texts.desk
  const sent =
    file === null ? undefined : transcript.find(({ media }) => media?.files.includes(file))
  const values = {
    what: suspectWord(texts, code),
    who: who === null ? '' : word(texts, 'member', who),
    amount: amount === null ? '' : String(amount),
  }
  const key = kind === 'need' ? 'need' : amount === null ? 'photo' : 'photo_amount'
  return {
    ...{ seq, kind, code, quote, file, amount, at: iso(at) },
    sentence: texts.say(`suspect.${key}`, values),
    message: sent?.seq ?? null,
    settled: settled && { ...settled, at: iso(settled.at) },
  }
}
