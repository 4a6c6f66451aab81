import type { FileKind } from './file-kind.ts'
import { FOLLOW_UP } from './kinds/follow-up.ts'
import { SERVICE } from './kinds/service.ts'

/** Every kind of record that a household's file may hold. */
export const FILE_KINDS: readonly FileKind[] = [SERVICE, FOLLOW_UP]

const BY_NAME = new Map(FILE_KINDS.map((kind) => [kind.kind, kind]))

export function fileKindOf(name: string): FileKind | undefined {
  return BY_NAME.get(name)
}
