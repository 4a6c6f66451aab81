import type { FileKind } from './file-kind.ts'
import { ASSESSMENT } from './kinds/assessment.ts'
import { BENEFIT } from './kinds/benefit.ts'
import { DOCUMENT } from './kinds/document.ts'
import { FOLLOW_UP } from './kinds/follow-up.ts'
import { JOINING } from './kinds/joining.ts'
import { MEASURE } from './kinds/measure.ts'
import { MEMBER } from './kinds/member.ts'
import { NEED } from './kinds/need.ts'
import { PLAN } from './kinds/plan.ts'
import { SERVICE } from './kinds/service.ts'

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
]

const BY_NAME = new Map(FILE_KINDS.map((kind) => [kind.kind, kind]))

export function fileKindOf(name: string): FileKind | undefined {
  return BY_NAME.get(name)
}
