import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { csvText } from '../core/casework/csv-text.ts'
import { LEDGERS, ledgerTable } from '../core/casework/ledger-table.ts'
import { isProblem } from '../core/errors.ts'
import type { Staff } from '../core/people/role.ts'
import { shanghai } from '../core/time.ts'
import { systemClock } from '../edge/clock.ts'
import type { Config } from '../edge/config.ts'
import { systemIds } from '../edge/ids.ts'
import { FOLDERS } from '../edge/sources/house.ts'
import { loadTexts } from '../edge/sources/texts.ts'
import { ledgerStore } from '../edge/storage/ledgers/ledger-store.ts'
import { openStorage } from '../edge/storage/open-storage.ts'
import { staffStore } from '../edge/storage/staff-store.ts'
import { createLedgers, MOST_ALONE } from '../work/office/ledgers/create-ledgers.ts'
import { ledgerCells } from '../work/office/ledgers/ledger-cells.ts'
import { HOME_DISTRICT } from './home.ts'
import { loadGazetteer } from './storage-commands.ts'

const HELP = `hearth ledger: the ledger of a month (台账) as CSV for a spreadsheet, from the records themselves.

  --month 2026-11
  --kind ${LEDGERS.join('|')}
  --login NAME       in whose name: only what this person may see comes out
  --purpose WORDS    what it is for; stands in the file and in the audit
  --second NAME      a second person who leads; needed for more than ${MOST_ALONE} rows
  --district 310105
Exit code: 0, 1 refused, 2 for a wrong call.
`

/** `hearth ledger`. */
export async function runLedger(args: readonly string[], config: Config): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      month: { type: 'string', default: '' },
      kind: { type: 'string', default: '' },
      login: { type: 'string', default: '' },
      purpose: { type: 'string', default: '' },
      second: { type: 'string' },
      district: { type: 'string', default: HOME_DISTRICT },
      help: { type: 'boolean', default: false },
    },
  })
  const ledger = LEDGERS.find((each) => each === values.kind)
  const purpose = values.purpose.trim()
  const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(values.month)
  if (values.help || !ledger || !isMonth || purpose === '' || values.login === '') {
    process.stdout.write(HELP)
    return values.help ? 0 : 2
  }
  const storage = await openStorage(config)
  try {
    const parts = { pool: storage.desk, ring: storage.ring, clock: systemClock }
    const known = await staffStore({ ...parts, ids: systemIds }).listStaff(values.district)
    const staff = known.find(({ login }) => login === values.login)
    if (!staff || staff.role === 'auditor') return refuse(`Nobody may do this as ${values.login}.`)
    const second = known.find(({ login }) => login === values.second) ?? null
    if (values.second !== undefined && !mayAgree(second, staff))
      return refuse('The second person must be another one, and lead a street or the district.')
    const { month } = values
    const ask = { ledger, month, street: null, purpose, second }
    const lines = await createLedgers(ledgerStore(parts)).take(staff, ask)
    const { say } = await loadTexts(join(FOLDERS.locales, 'zh-CN', 'office'), 'ledger')
    const places = await loadGazetteer()
    const placeName = (code: string) =>
      places.committees.get(code)?.name ?? places.streets.get(code)?.name ?? code
    const { day, hour, minute } = shanghai(systemClock.now())
    const cells = lines.map((line) => ledgerCells(ledger, line, placeName))
    const { heading, rows } = ledgerTable(ledger, cells, say)
    const mark = say('watermark', {
      ...{ title: say(`title.${ledger}`), month, by: staff.name, purpose },
      at: `${day} ${hour}:${String(minute).padStart(2, '0')}`,
      count: String(lines.length),
    })
    process.stdout.write(csvText([[mark], heading, ...rows]))
    return 0
  } catch (error) {
    if (!isProblem(error) || error.code !== 'second_needed') throw error
    return refuse(`More than ${MOST_ALONE} rows: --second names who else agrees.`)
  } finally {
    await storage.close()
  }
}

const mayAgree = (second: Staff | null, first: Staff): boolean =>
  second !== null &&
  second.id !== first.id &&
  second.role !== 'adviser' &&
  second.role !== 'auditor'

function refuse(why: string): number {
  process.stderr.write(`${why}\n`)
  return 1
}
