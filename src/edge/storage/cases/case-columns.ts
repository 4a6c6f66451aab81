import type { CaseFile } from '../../../core/casework/case-file.ts'
import { timestamp } from '../column-types.ts'

/**
 * The columns of help_case that follow from the file, in the order of CASE_COLUMNS. Words of the
 * resident are not among them: those are sealed.
 */
export function columnsOf(file: CaseFile): readonly unknown[] {
  const { route, crisis, due } = file
  const grades = gradesOf(file)
  return [
    route.street ?? '',
    route.committee ?? null,
    route.queue,
    JSON.stringify({
      rule: route.rule,
      facts: route.facts,
      site: route.site,
      formal: route.formal,
    }),
    file.stage,
    file.status,
    file.urgency,
    crisis?.tier ?? null,
    crisis?.type ?? null,
    grades.grade,
    grades.low,
    grades.high,
    grades.pointsLow,
    grades.pointsHigh,
    timestamp(due.acknowledge),
    timestamp(due.contact),
  ]
}

export const CASE_COLUMNS = [
  'street_id',
  'committee_id',
  'queue',
  'route',
  'stage',
  'status',
  'urgency',
  'crisis',
  'crisis_type',
  'grade',
  'grade_low',
  'grade_high',
  'points_low',
  'points_high',
  'acknowledge_due',
  'contact_due',
] as const

function gradesOf({ assessment }: CaseFile) {
  const [pointsLow = null, pointsHigh = null] = assessment?.points ?? []
  const [low = null, high = null] = assessment?.gradeRange ?? []
  return { grade: assessment?.grade ?? null, low, high, pointsLow, pointsHigh }
}
