import type { Ledger, LedgerCells } from '../../../core/casework/ledger-table.ts'
import { isAtHome } from '../../../core/casework/service-lists.ts'
import { shanghai } from '../../../core/time.ts'
import type { LedgerLine } from '../../ports/ledger.ts'

type PlaceName = (code: string) => string

/** A line of a ledger by its columns: codes of closed lists, names of places, words as they were written. */
export function ledgerCells(ledger: Ledger, line: LedgerLine, placeName: PlaceName): LedgerCells {
  const { number, name, street, committee, grade } = line.head
  return {
    ...{ number, name, grade: grade ?? 'open' },
    street: street && placeName(street),
    committee: committee && placeName(committee),
    ...CELLS[ledger](line.record),
  }
}

const CELLS: Readonly<Record<Ledger, (record: LedgerLine['record']) => LedgerCells>> = {
  services: ({ day, detail, body, by, state }) => {
    const { type, result, minutes } = detail
    return {
      ...{ day, state, by: by.name, type: String(type), result: String(result) },
      ...{ who: textOf(body, 'who'), words: textOf(body, 'words') },
      minutes: typeof minutes === 'number' ? minutes : null,
      at_home: isAtHome(type) ? 'yes' : null,
      why: state === 'struck' ? textOf(body, 'why') : '',
    }
  },
  'follow-ups': ({ day, dueOn, detail, body, owner, changedBy, state }) => {
    const { how, worse } = detail
    return {
      ...{ day, state, due: dueOn, who: textOf(body, 'met'), words: textOf(body, 'words') },
      how: typeof how === 'string' ? how : null,
      worse: Array.isArray(worse) ? worse.join(' ') : null,
      by: state === 'done' ? changedBy.name : (owner?.name ?? ''),
      reason: textOf(body, 'reason'),
    }
  },
  reminders: ({ dueOn, detail, body, owner, by, state }) => ({
    ...{ state, due: dueOn, by: by.name, words: textOf(body, 'words') },
    ...{ answer: textOf(body, 'answer') },
    to: detail.to === 'partner' ? textOf(body, 'partner') : (owner?.name ?? ''),
  }),
  aid: ({ dueOn, detail, amount, owner, state }) => ({
    ...{ state, due: dueOn, by: owner?.name ?? '', day: paidOn(detail.steps) },
    yuan: amount === null ? null : amount / 100,
  }),
}

function paidOn(steps: unknown): string | null {
  const { paid } = (steps ?? {}) as { readonly paid?: number }
  return typeof paid === 'number' ? shanghai(paid).day : null
}

function textOf(body: unknown, name: string): string {
  if (typeof body !== 'object' || body === null) return ''
  const value = (body as Readonly<Record<string, unknown>>)[name]
  return typeof value === 'string' ? value : ''
}
