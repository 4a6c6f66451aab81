import type { Given } from '../../../core/casework/referral.ts'
import { GIVEN_PARTS } from '../../../core/casework/referral.ts'
import type { OutsideView } from '../../../core/contract/office/referral.ts'
import type { OutsideLine } from '../../../work/ports/referrals.ts'
import { word } from '../desk/words.ts'
import type { Gate } from '../parts.ts'
import { iso } from './frame.ts'
import { briefOf, partOf, textOf } from './visit-views.ts'

/** What goes along, in words: the adviser's preview and the partner's page show the same. */
export function givenLines(given: Given, gate: Gate) {
  return GIVEN_PARTS.flatMap((part) => {
    const value = given[part]
    if (value === undefined) return []
    return [
      { part, label: word(gate.texts.page, 'partner.part', part), value: reads(part, value, gate) },
    ]
  })
}

/** The word of a need: of the ten indicators, or of the other kinds of help. */
export function needWord(code: string, { texts }: Gate): string {
  return texts.desk.has(`indicator.${code}`)
    ? texts.desk.say(`indicator.${code}`)
    : word(texts.page, 'partner.need', code)
}

export function outsideView({ record, head, to, late }: OutsideLine, gate: Gate): OutsideView {
  const { id, version, state, open, detail, body, day, dueOn, amount, owner, at } = record
  const kind = record.kind === 'subtask' ? 'subtask' : 'referral'
  const way = textOf(detail, 'consent')
  return {
    ...{ household: briefOf(head, gate), id, version, kind, state, open, late, to },
    case: head.cases.find((each) => each.id === record.case)?.number ?? null,
    ...{ day, dueOn, amount, owner, at: iso(at) },
    ...{ ask: textOf(body, 'ask'), answer: textOf(body, 'answer'), why: textOf(body, 'why') },
    given: givenLines((partOf(body, 'given') ?? {}) as Given, gate),
    consent: way === '' ? null : { way, words: textOf(body, 'consent') },
    reason: textOf(detail, 'reason') || null,
    result: textOf(detail, 'result') || null,
  }
}

function reads(part: keyof Given, value: string, gate: Gate): string {
  if (part === 'grade') return word(gate.texts.desk, 'grade', value)
  if (part !== 'needs') return value
  return value
    .split(' ')
    .map((code) => needWord(code, gate))
    .join('、')
}
