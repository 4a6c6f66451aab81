import type { Measure } from '../../../core/casework/plan.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { FileRecord, HouseholdFiles, RecordWrite } from '../../ports/household-files.ts'
import { inForce } from './find-plan.ts'
import { type MeasureBody, measureLine, planDetail, planLine } from './plan-line.ts'

/**
 * What changes with a plan that comes in force: each measure becomes something to do with its day and its owner,
 * those that were taken over go on, those that were left out end, and the plan before ends.
 */
export async function measuresInForce(
  files: HouseholdFiles,
  staff: Staff,
  household: string,
  plan: FileRecord,
): Promise<readonly RecordWrite[]> {
  const records = await files.listRecords(staff, household, ['plan', 'measure'])
  const known = new Map(
    records.filter(({ kind }) => kind === 'measure').map((record) => [record.id, record]),
  )
  const wanted = planLine(plan).plan?.measures ?? []
  const before = inForce(records.filter(({ kind }) => kind === 'plan'))
  return [
    ...wanted.map((measure) => begun(measure, plan, known.get(measure.id))),
    ...(before ? [ended(before, plan), ...leftOut(before, wanted, known)] : []),
  ]
}

function begun(measure: Measure, plan: FileRecord, known: FileRecord | undefined): RecordWrite {
  const { id, owner, dueOn, words, who, goal, source, kind, aim, every, until } = measure
  const notes = known ? measureLine(known).notes : []
  const times = known ? measureLine(known).times : 0
  const consultation = known ? measureLine(known).consultation : null
  const detail = { plan: plan.id, goal, source, kind, aim, every, until, times, consultation }
  const body: MeasureBody = { words, who, notes }
  const what = { owner: owner ?? plan.owner?.id ?? null, dueOn, detail, body }
  return known
    ? { id, version: known.version, change: what }
    : { add: { ...what, id, kind: 'measure', case: plan.case } }
}

function ended(before: FileRecord, plan: FileRecord): RecordWrite {
  const isNext = planDetail(plan).phase > planDetail(before).phase
  const state = isNext ? 'done' : 'replaced'
  return { id: before.id, version: before.version, change: { state } }
}

function leftOut(
  before: FileRecord,
  wanted: readonly Measure[],
  known: ReadonlyMap<string, FileRecord>,
): readonly RecordWrite[] {
  const kept = new Set(wanted.map(({ id }) => id))
  return (planLine(before).plan?.measures ?? []).flatMap(({ id }) => {
    const record = known.get(id)
    if (!record?.open || kept.has(id)) return []
    return [{ id, version: record.version, change: { state: 'dropped' } }]
  })
}
