import { problem } from '../../../core/errors.ts'
import type { LedgerBook, Ledgers } from '../../ports/ledger.ts'

/** Rows that one person alone may take out. */
export const MOST_ALONE = 500

/** Ledgers (台账) for who works with these households; an auditor sees who took them, not what is in them. */
export function createLedgers(book: LedgerBook): Ledgers {
  return {
    take: async (staff, ask) => {
      if (staff.role === 'auditor') throw problem('not_allowed')
      const lines = await book.take(staff, ask, MOST_ALONE)
      if (lines === null) throw problem('second_needed', { most: MOST_ALONE })
      return lines
    },
  }
}
