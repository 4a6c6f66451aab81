import { type Consultation, countVotes } from '../../../core/casework/consultation.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { shanghai } from '../../../core/time.ts'
import type { Concluding, KeptConsultation } from '../../ports/consultations.ts'
import type { RecordWrite } from '../../ports/household-files.ts'
import type { OfficeParts } from '../parts.ts'
import { inForce, mustBeAt, mustWrite } from '../plans/find-plan.ts'
import type { MeasureBody } from '../plans/plan-line.ts'
import { accountsOf } from './call-consultation.ts'
import { shownOpinion } from './consultation-line.ts'

/** Ends a conference with what is done now, by whom and until when: a measure of the household's plan. */
export async function concludeConsultation(
  { files, consultations, now }: Pick<OfficeParts, 'files' | 'consultations' | 'now'>,
  staff: Staff,
  id: string,
  version: number,
  what: Concluding,
): Promise<void> {
  mustWrite(staff)
  const found = await consultations.find(staff, id)
  if (found.beyond) throw problem('not_allowed')
  const plan = inForce(await files.listRecords(staff, found.record.household, ['plan']))
  const today = shanghai(now()).day
  await consultations.change(staff, id, (kept) => {
    const { record } = kept
    mustBeAt(record, version, ['open'])
    const before = record.body as Consultation
    const ended = { ...summed(kept), words: what.words, by: staff.name, on: today }
    const body = { ...before, conclusion: { ...ended, measure: what.measure } }
    const detail = { ...record.detail, comparable: what.comparable, concludedBy: staff.id }
    return {
      writes: [
        { id, version, change: { state: 'concluded', body, detail } },
        measureOf(what, id, plan?.id ?? null, record.case),
      ],
      rings: { kind: 'consultation_concluded', to: accountsOf(before.members) },
    }
  })
}

/** The votes, and what those who were against it said. */
function summed({ record, opinions }: KeptConsultation) {
  const members = (record.body as Consultation).members
  const shown = opinions.map(shownOpinion)
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? ''
  const dissent = shown
    .filter(({ vote }) => vote === 'against')
    .map(({ member, words }) => ({ name: nameOf(member), words }))
  return { votes: countVotes(shown), dissent }
}

function measureOf(
  { measure }: Concluding,
  consultation: string,
  plan: string | null,
  ofCase: string | null,
): RecordWrite {
  const body: MeasureBody = { words: measure.words, who: '', notes: [] }
  const detail = {
    ...{ plan, consultation, goal: null, source: 'own', kind: 'service', aim: 'floor' },
    ...{ every: 'once', until: null, times: 0 },
  }
  const { id, owner, dueOn } = measure
  return { add: { id, kind: 'measure', owner, dueOn, case: ofCase, detail, body } }
}
