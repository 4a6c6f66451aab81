import { aidTimes } from '../../../core/casework/aid-times.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { Aid, AidAt, AidLine } from '../../ports/aid.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import { withHeads } from '../with-heads.ts'
import { detailOf } from './aid-detail.ts'
import { askAid } from './ask-aid.ts'
import { beginAid } from './begin-aid.ts'
import { type AidChange, changeAid } from './change-aid.ts'
import { findAid } from './find-aid.ts'
import { finishAid } from './finish-aid.ts'
import { shortLine, wholeLine } from './line-of.ts'
import type { AidParts } from './parts.ts'
import { payAid } from './pay-aid.ts'
import { refusalOf } from './refusal-of.ts'

/** Urgent aid (先行救助、后补程序) over the files of households and the petty cash of their communities. */
export function createAid(parts: AidParts): Aid {
  const { files } = parts
  const whole = async (staff: Staff, household: string, record: FileRecord): Promise<AidLine> => {
    const head = await files.openHousehold(staff, household)
    return wholeLine(parts, staff, record, head)
  }
  const change = async (
    staff: Staff,
    at: AidAt,
    states: readonly string[],
    how: (found: FileRecord) => AidChange,
  ) => whole(staff, at.household, await changeAid(parts, staff, at, states, how))
  return {
    begin: async (staff, household, aid) => {
      const head = await files.openHousehold(staff, household)
      return wholeLine(parts, staff, await beginAid(parts, staff, head, aid), head)
    },
    read: async (staff, household, id) =>
      whole(staff, household, await findAid(files, staff, household, id)),
    ofHousehold: async (staff, household) => {
      const records = await files.listRecords(staff, household, ['aid'])
      return (await withHeads(files, staff, records)).map((line) => shortLine(parts, line))
    },
    list: async (staff, { open, street }) => {
      const where = street === undefined ? {} : { street }
      const ask = { kinds: ['aid'], ...where, ...(open ? { open } : {}) }
      const lines = await withHeads(files, staff, await files.findRecords(staff, ask))
      return lines.map((line) => shortLine(parts, line))
    },
    times: async (staff) => {
      const records = await files.findRecords(staff, { kinds: ['aid'] })
      return aidTimes(records.map((record) => detailOf(record).steps))
    },
    verify: (staff, at, { seen, lives }) =>
      change(staff, at, ['begun'], () => ({ detail: { seen, lives }, step: 'verified' })),
    addPaper: (staff, at, paper) =>
      change(staff, at, ['begun', 'asked', 'paid'], (found) => {
        const { papers } = detailOf(found)
        return { detail: { papers: [...papers, paper] }, step: 'papered' }
      }),
    fill: (staff, at, form) =>
      change(staff, at, ['begun', 'paid'], () => ({ body: { form }, step: 'filled' })),
    ask: async (staff, at, amount) =>
      whole(staff, at.household, await askAid(parts, staff, at, amount)),
    pay: async (staff, at) => whole(staff, at.household, await payAid(parts, staff, at)),
    sendBack: (staff, at, why) =>
      change(staff, at, ['asked'], () => ({ state: 'begun', body: { why } })),
    receipt: (staff, at, receipt) =>
      change(staff, at, ['paid'], () => ({ detail: { receipt }, step: 'receipted' })),
    finish: async (staff, at) => whole(staff, at.household, await finishAid(parts, staff, at)),
    refuse: (staff, at, { reasons, words }) =>
      change(staff, at, ['begun', 'asked'], () => {
        return { state: 'refused', detail: { refused: reasons }, body: { why: words } }
      }),
    refusal: async (staff, household, id) => {
      const found = await findAid(files, staff, household, id)
      const head = await files.openHousehold(staff, household)
      return refusalOf(parts.rules(), parts.town(), found, head)
    },
    drop: (staff, at, why) =>
      change(staff, at, ['begun', 'asked'], () => ({ state: 'dropped', body: { why } })),
  }
}
