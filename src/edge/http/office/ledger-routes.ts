import { LedgerTaken, TakeLedger } from '../../../core/contract/office/ledger.ts'
import { ledgerCells } from '../../../work/office/ledgers/ledger-cells.ts'
import type { App, Gate } from '../parts.ts'
import { mustWait } from '../refuse-flood.ts'
import { frame, gives, iso, mustAct } from './frame.ts'

/** Ledgers (台账): a month of records leaves the house, with its purpose. */
export function ledgerRoutes(app: App, gate: Gate): void {
  const schema = { ...frame, body: TakeLedger, response: gives(LedgerTaken) }
  app.post('/api/office/ledgers', { schema }, async (request) => {
    const { staff } = await mustAct(request, gate)
    mustWait(gate.rates.uploads, staff.id, gate)
    const asked = request.body
    const lines = await gate.office.ledgers.take(staff, { ...asked, second: null })
    const placeName = (code: string) => gate.placeName(code) ?? code
    return {
      ...{ ...asked, by: staff.name, at: iso(gate.clock()) },
      lines: lines.map((line) => ledgerCells(asked.ledger, line, placeName)),
    }
  })
}
