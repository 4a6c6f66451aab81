import type { FileKind } from '../file-kind.ts'

/** A household that is helped before others (重点帮扶); the owner is the adviser who helps. Body: {why}. */
export const KEY_HOUSEHOLD = {
  kind: 'key_household',
  states: ['kept', 'ended'],
  open: ['kept'],
  moves: { kept: ['ended'], ended: ['kept'] },
} as const satisfies FileKind
