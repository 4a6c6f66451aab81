import type { FileKind } from './file-kind.ts'
import { AID } from './kinds/aid.ts'
import { ASSESSMENT } from './kinds/assessment.ts'
import { BENEFIT } from './kinds/benefit.ts'
import { CHECK } from './kinds/check.ts'
import { CONSULTATION } from './kinds/consultation.ts'
import { DOCUMENT } from './kinds/document.ts'
import { FOLLOW_UP } from './kinds/follow-up.ts'
import { JOINING } from './kinds/joining.ts'
import { KEY_HOUSEHOLD } from './kinds/key-household.ts'
import { MEASURE } from './kinds/measure.ts'
import { MEMBER } from './kinds/member.ts'
import { NEED } from './kinds/need.ts'
import { OPINION } from './kinds/opinion.ts'
import { PLAN } from './kinds/plan.ts'
import { REFERRAL } from './kinds/referral.ts'
import { REGISTRATION } from './kinds/registration.ts'
import { REMINDER } from './kinds/reminder.ts'
import { SERVICE } from './kinds/service.ts'
import { SUBTASK } from './kinds/subtask.ts'

/** Every kind of record that a household's file may hold. */
export const FILE_KINDS: readonly FileKind[] = [
  SERVICE,
  REMINDER,
  FOLLOW_UP,
  ASSESSMENT,
  BENEFIT,
  DOCUMENT,
  JOINING,
  MEMBER,
  NEED,
  PLAN,
  MEASURE,
  CONSULTATION,
  OPINION,
  CHECK,
  KEY_HOUSEHOLD,
  AID,
  REFERRAL,
  REGISTRATION,
  SUBTASK,
]

const BY_NAME = new Map(FILE_KINDS.map((kind) => [kind.kind, kind]))

export function fileKindOf(name: string): FileKind | undefined {
  return BY_NAME.get(name)
}
