import type { FileKind } from '../file-kind.ts'

/** A case conference (救助会诊): called 已召集, open 会诊中, concluded 有结论. It closes only with a conclusion. */
export const CONSULTATION = {
  kind: 'consultation',
  states: ['called', 'open', 'concluded'],
  open: ['called', 'open'],
  moves: { called: ['open'], open: ['concluded'], concluded: [] },
} as const satisfies FileKind
