import type { FileKind } from './file-kind.ts'
import { AID } from './kinds/aid.ts'
import { ASSESSMENT } from './kinds/assessment.ts'
import { BENEFIT } from './kinds/benefit.ts'
import { DOCUMENT } from './kinds/document.ts'
import { FOLLOW_UP } from './kinds/follow-up.ts'
import { JOINING } from './kinds/joining.ts'
import { MEASURE } from './kinds/measure.ts'
import { MEMBER } from './kinds/member.ts'
import { NEED } from './kinds/need.ts'
import { PLAN } from './kinds/plan.ts'
import { REFERRAL } from './kinds/referral.ts'
import { REGISTRATION } from './kinds/registration.ts'
import { SERVICE } from './kinds/service.ts'
import { SUBTASK } from './kinds/subtask.ts'

/** Every kind of record that a household's file may hold. */
export const FILE_KINDS: readonly FileKind[] = [
  SERVICE,
  FOLLOW_UP,
  ASSESSMENT,
  BENEFIT,
  DOCUMENT,
  JOINING,
  MEMBER,
  NEED,
  PLAN,
  MEASURE,
  AID,
  REFERRAL,
  REGISTRATION,
  SUBTASK,
]

const BY_NAME = new Map(FILE_KINDS.map((kind) => [kind.kind, kind]))

export function fileKindOf(name: string): FileKind | undefined {
  return BY_NAME.get(name)
}
