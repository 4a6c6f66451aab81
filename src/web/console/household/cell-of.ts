import type { ExportedFile } from '../../../core/contract/office/household-export.ts'
import { fullMoment } from './full-moment.ts'
import { wordOf } from './word-of.ts'

type Row = ExportedFile['tables'][number]['rows'][number]

/** A cell for people: codes in the words of their column or of the kind of their record, times in Shanghai. */
export function cellOf(name: string, row: Row): string | number {
  const value = row[name] ?? ''
  if (typeof value === 'number' || value === '') return value
  const text = String(value)
  if (name === 'at') return fullMoment(text)
  if (name === 'state' && typeof row.kind === 'string') return told(`state_${row.kind}`, text)
  if (name === 'kind') return told('cell_kind', text)
  return WORDED.includes(name)
    ? text
        .split(' ')
        .map((each) => told(`cell_${name}`, each))
        .join(' ')
    : text
}

/** Columns that hold codes; the rest are people's own words. */
const WORDED = [
  'kin',
  'state',
  'status',
  'grade',
  'deprived',
  'needs',
  'code',
  'aim',
  'every',
  'urgency',
  'source',
  'type',
  'given',
]

/** The word of the group, else of records in general. */
function told(group: string, code: string): string {
  const word = wordOf(group, code)
  if (word !== code) return word
  return wordOf(group === 'cell_kind' ? 'group' : 'cell_state', code)
}
