import type { House } from '../../../core/dialog/house.ts'
import type { Assessments } from '../../ports/assessments.ts'
import type { OfficeParts } from '../parts.ts'
import { confirmCase, mustStand, reassessment } from './confirm-form.ts'
import { keepVisit } from './keep-visit.ts'
import { openForm } from './open-form.ts'

export type AssessmentParts = Pick<OfficeParts, 'files' | 'desk' | 'now'> & {
  readonly house: () => Pick<House, 'model' | 'parameters' | 'bundles' | 'current'>
}

/** The form of the assessment (评估表), at the desk and at a visit. */
export function createAssessments(parts: AssessmentParts): Assessments {
  const { files, now } = parts
  return {
    openForm: (staff, household) => openForm(parts, staff, household),
    confirm: async (staff, household, form) => {
      const records = await files.listRecords(staff, household, ['assessment'])
      const before = records.find(({ id }) => id === form.id)
      if (before) return made(before.detail)
      const opened = await openForm(parts, staff, household)
      mustStand(opened, form)
      if (opened.number !== null) return confirmCase(parts, staff, opened.number, opened, form)
      const record = reassessment(opened, form, staff, now())
      await files.addRecord(staff, opened.head.id, record)
      return made(record.detail ?? {})
    },
    visit: (staff, household, visit) => keepVisit(parts, staff, household, visit),
  }
}

function made(detail: Readonly<Record<string, unknown>>) {
  const { points, grade } = detail as { points: readonly [number, number]; grade: string | null }
  return { kind: 'again', number: null, points, grade } as const
}
