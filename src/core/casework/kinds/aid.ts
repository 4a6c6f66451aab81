import type { FileKind } from '../file-kind.ts'

/**
 * Urgent aid (先行救助、后补程序): begun 核实中, asked 待第二人确认, paid 已支付待补程序, done 程序补齐. The amount is paid
 * from the community's petty cash; the due day is that of the procedure. Refused stays with its reasons.
 */
export const AID = {
  kind: 'aid',
  states: ['begun', 'asked', 'paid', 'done', 'refused', 'dropped'],
  open: ['begun', 'asked', 'paid'],
  moves: {
    begun: ['asked', 'refused', 'dropped'],
    asked: ['begun', 'paid', 'refused', 'dropped'],
    paid: ['done'],
    done: [],
    refused: ['begun'],
    dropped: [],
  },
} as const satisfies FileKind
