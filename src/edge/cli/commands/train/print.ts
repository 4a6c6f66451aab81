import type { Figures, Share } from '../../../../core/understanding/model/measure-danger.ts'
import { rate, wilson } from '../understand/measures.ts'

/** The figures as a table of text, a line for each way of listening. */
export function printed(figures: readonly Figures[]): string {
  const rows = figures.map((f) =>
    [
      f.by.padEnd(6),
      cell('danger heard', f.heard),
      cell('or noted', f.noted),
      cell('false alarms', f.falseAlarms),
      cell('false notes', f.falseNotes),
      cell('look-alikes', f.deceived),
    ].join('  '),
  )
  return `${rows.join('\n')}\n`
}

function cell(name: string, share: Share): string {
  return `${name} ${rate(share)} ${wilson(share)}`
}
