import { ExportedFile, ExportFile } from '../../../core/contract/office/household-export.ts'
import type { App, Gate } from '../parts.ts'
import { mustWait } from '../refuse-flood.ts'
import { frame, gives, iso, mustAct, OfHousehold } from './frame.ts'
import { exportTables } from './household-tables.ts'

/** A file leaves the house: complete, with its purpose, noted before it is given. */
export function householdExportRoutes(app: App, gate: Gate): void {
  const schema = { ...frame, params: OfHousehold, body: ExportFile, response: gives(ExportedFile) }
  app.post('/api/office/households/:household/export', { schema }, async (request) => {
    const { staff } = await mustAct(request, gate)
    mustWait(gate.rates.uploads, staff.id, gate)
    const { purpose, format, part } = request.body
    const { households } = gate.office
    const head = await households.openHousehold(staff, request.params.household)
    const all = await exportTables(gate, staff, head, format === 'print')
    const tables = part === null ? all : all.filter((table) => table.part === part)
    const parts = [format, ...tables.map((table) => table.part)]
    await households.noteExport(staff, head.id, { purpose, parts })
    return { number: head.number, tables, by: staff.name, at: iso(gate.clock()), purpose }
  })
}
