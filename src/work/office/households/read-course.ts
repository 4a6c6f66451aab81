import {
  type Assessed,
  type AssessedIndicator,
  type AssessmentStep,
  assessmentCourse,
} from '../../../core/casework/assessment-course.ts'
import { INDICATORS } from '../../../core/indicators.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { CaseAssessment } from '../../ports/household-deeds.ts'
import type { FileRecord, HouseholdFiles } from '../../ports/household-files.ts'

/** Assessments of all requests, and those that were made without one, in the order of time. */
export async function readCourse(
  files: HouseholdFiles,
  staff: Staff,
  household: string,
): Promise<readonly AssessmentStep[]> {
  const ofCases = (await files.assessmentsOf(staff, household)).map(fromCase)
  const records = await files.listRecords(staff, household, ['assessment'])
  const made = records.filter(({ state }) => state === 'done')
  const table = ofCases.at(-1)?.indicators ?? []
  return assessmentCourse([...ofCases, ...made.flatMap((record) => fromRecord(record, table))])
}

function fromCase({ number, seq, kind, at, by, assessment }: CaseAssessment): Assessed {
  const { model, points, grade = null, perIndicator } = assessment
  return {
    ...{ id: `${number}/${seq}`, kind, number, at, by, model: model.id, points, grade },
    indicators: perIndicator.map(({ code, name, dimension, weight, value }) => ({
      ...{ code, name, dimension, weight, value },
    })),
  }
}

/** Body of a record of kind `assessment`. Names and weights are those of the model of the requests. */
function fromRecord(record: FileRecord, table: readonly AssessedIndicator[]): readonly Assessed[] {
  const body = record.body as Partial<Made> | null
  if (!body?.deprived || !Array.isArray(body.points)) return []
  const { deprived } = body
  const codes = INDICATORS.filter((code) => code in deprived)
  return [
    {
      ...{ id: record.id, kind: 'again', number: null, at: record.at, by: record.by.name },
      model: typeof body.model === 'string' ? body.model : '',
      points: [body.points[0] ?? 0, body.points[1] ?? 0],
      grade: typeof body.grade === 'string' ? body.grade : null,
      indicators: codes.map((code) => {
        const known = table.find((each) => each.code === code)
        const plain = { code, name: code, dimension: '', weight: 1 }
        return { ...(known ?? plain), value: deprived[code] ?? null }
      }),
    },
  ]
}

type Made = {
  readonly model: string
  readonly points: readonly number[]
  readonly grade: string | null
  readonly deprived: Readonly<Record<string, boolean | null>>
}
