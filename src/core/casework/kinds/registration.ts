import type { FileKind } from '../file-kind.ts'

/** Where the household is registered (户籍), which is often not where it lives. One for each household. */
export const REGISTRATION = {
  kind: 'registration',
  states: ['current'],
  open: [],
  moves: { current: [] },
} as const satisfies FileKind
