import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type {
  ConsultationLine,
  Consultations,
  KeptConsultation,
} from '../../ports/consultations.ts'
import type { OfficeParts } from '../parts.ts'
import { callConsultation } from './call-consultation.ts'
import { concludeConsultation } from './conclude-consultation.ts'
import { consultationLine } from './consultation-line.ts'
import { giveOpinion } from './give-opinion.ts'
import { holdConsultation } from './hold-consultation.ts'

/** The room of case conferences (救助会诊). */
export function createConsultations(parts: OfficeParts): Consultations {
  const { consultations: store, files } = parts
  const rung = ({ district }: Staff) => parts.announce({ about: 'notices', district })
  const lines = async (staff: Staff, kept: readonly KeptConsultation[]) => {
    const homes = kept.filter(({ beyond }) => !beyond).map(({ record }) => record.household)
    const heads = new Map((await files.headsOf(staff, homes)).map((head) => [head.id, head]))
    return kept.map((each) => consultationLine(staff, each, heads.get(each.record.household)))
  }
  const read = async (staff: Staff, id: string): Promise<ConsultationLine> => {
    const [line] = await lines(staff, [await store.find(staff, id)])
    if (!line) throw problem('not_found', { consultation: id })
    return line
  }
  return {
    read,
    call: async (staff, household, what) => {
      const line = await callConsultation(parts, staff, household, what)
      rung(staff)
      return line
    },
    list: async (staff, { state, comparable }) => {
      const all = await lines(staff, await store.list(staff))
      return all.filter(
        (line) =>
          (state === undefined || line.record.state === state) &&
          (comparable === undefined || line.comparable.includes(comparable)),
      )
    },
    ofHousehold: async (staff, household) => {
      const records = await files.listRecords(staff, household, ['consultation'])
      const own = new Set(records.map(({ id }) => id))
      const kept = await store.list(staff)
      return lines(
        staff,
        kept.filter(({ record }) => own.has(record.id)),
      )
    },
    hold: async (staff, id, version, what) => {
      await holdConsultation(parts, staff, id, version, what)
      rung(staff)
      return read(staff, id)
    },
    opine: async (staff, id, what) => {
      await giveOpinion(parts, staff, id, what)
      return read(staff, id)
    },
    conclude: async (staff, id, version, what) => {
      await concludeConsultation(parts, staff, id, version, what)
      rung(staff)
      return read(staff, id)
    },
  }
}
