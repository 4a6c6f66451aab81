import { AID_STEPS } from '../../../core/casework/aid.ts'
import type { AidMoments } from '../../../core/casework/aid-times.ts'
import type { AidView } from '../../../core/contract/office/aid.ts'
import type { AidLine } from '../../../work/ports/aid.ts'
import type { Gate } from '../parts.ts'
import { iso } from './frame.ts'
import { briefOf, partOf, textOf } from './visit-views.ts'

/** An aid as the browser is given it. */
export function aidView(line: AidLine, gate: Gate): AidView {
  const { record, head, form, missing, late, account, rule, types } = line
  const { id, version, state, detail, body, amount, dueOn, owner } = record
  const text = (name: string) => textOf(detail, name) || null
  const steps = (partOf(detail, 'steps') ?? {}) as AidMoments
  return {
    ...{ household: briefOf(head, gate), id, version, state, amount, dueOn, owner, late, missing },
    ...{ cause: textOf(detail, 'cause'), words: textOf(body, 'words'), why: textOf(body, 'why') },
    ...{ seen: text('seen'), lives: text('lives'), first: text('first'), second: text('second') },
    papers: (partOf(detail, 'papers') ?? []) as AidView['papers'],
    receipt: (partOf(detail, 'receipt') ?? null) as AidView['receipt'],
    refused: (partOf(detail, 'refused') ?? []) as AidView['refused'],
    ...{ form, filled: partOf(body, 'form') !== undefined, types },
    steps: AID_STEPS.flatMap((step) => {
      const at = steps[step]
      return at === undefined ? [] : [{ step, at: iso(at) }]
    }),
    cash: account && {
      ...{ committee: account.committee, limit: account.limit, balance: account.balance },
    },
    ...{ limit: account?.limit ?? rule.limit, papersWithin: rule.papersWithin },
  }
}
