import { partnersFor } from '../../../core/casework/referral.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { shanghai } from '../../../core/time.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import type { Referrals } from '../../ports/referrals.ts'
import { withHeads } from '../with-heads.ts'
import { givenOf, needCodes } from './given-of.ts'
import { linkAnswer } from './link-answer.ts'
import { linkFor } from './link-for.ts'
import { bodyOf, findOutside, lineOf, linkViewOf, OUTSIDE_KINDS } from './outside-record.ts'
import type { OutsideParts } from './parts.ts'
import { sendReferral } from './send-referral.ts'

/** Referrals (转介) over the files of households, and the links by which they are answered. */
export function createReferrals(parts: OutsideParts): Referrals {
  const { files, links, partners: book } = parts
  const today = () => shanghai(parts.now()).day
  const lines = async (staff: Staff, records: readonly FileRecord[]) =>
    (await withHeads(files, staff, records)).map((line) => lineOf(book, today(), line))
  return {
    partners: async (staff, household) => {
      const { id, street } = await files.openHousehold(staff, household)
      return partnersFor(book, street, await needCodes(parts, staff, id))
    },
    departments: () => book.departments,
    preview: async (staff, household, chosen) =>
      givenOf(parts, staff, await files.openHousehold(staff, household), chosen),
    send: async (staff, household, referral) =>
      linkFor(parts, staff, await sendReferral(parts, staff, household, referral)),
    ofHousehold: async (staff, household) =>
      lines(staff, await files.listRecords(staff, household, OUTSIDE_KINDS)),
    list: async (staff, street) => {
      const where = street === undefined ? {} : { street }
      const ask = { kinds: OUTSIDE_KINDS, open: true, ...where }
      return lines(staff, await files.findRecords(staff, ask))
    },
    link: async (staff, at) => linkFor(parts, staff, await findOutside(files, staff, at)),
    withdraw: async (staff, { household, id, version }, why) => {
      const found = await findOutside(files, staff, { household, id })
      const change = { state: 'withdrawn', body: { ...bodyOf(found), why } }
      const gone = await files.changeRecord(staff, household, id, version, change)
      await links.end(staff, id)
      const [line] = await lines(staff, [gone])
      if (!line) throw problem('not_found', { record: id })
      return line
    },
    readLink: async (token) => linkViewOf(book, await links.read(token, OUTSIDE_KINDS)),
    answerLink: async (token, version, says) => {
      const answered = await links.answer(token, OUTSIDE_KINDS, version, (found) =>
        linkAnswer(found, says, today()),
      )
      return linkViewOf(book, answered)
    },
  }
}
