import type { FileKind } from '../file-kind.ts'

/**
 * An assessment made without an open case (复评), at a visit or at the desk. Body: {model, answers, deprived,
 * points, grade, confirmed, note}.
 */
export const ASSESSMENT = {
  kind: 'assessment',
  states: ['done', 'struck'],
  open: [],
  moves: { done: ['struck'], struck: [] },
} as const satisfies FileKind
