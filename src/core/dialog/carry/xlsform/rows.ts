import { SLOT_TYPES, type SlotDef } from '../../flow/schema.ts'
import { freshId, idOf } from '../flow-draft.ts'
import type { NotCarried, SheetRow } from '../sheets.ts'

/** A row of the survey with the ids that it has here: two groups may each have a `name`. */
export type Row = {
  readonly cells: SheetRow
  /** `select_one`, `begin group`, `note` … in one way of writing. */
  readonly kind: string
  /** Of a choice: the list that its options stand in. */
  readonly list: string | undefined
  readonly into: string
  readonly step: string
}

export function rowsIn(survey: readonly SheetRow[]): readonly Row[] {
  const asked = new Map<string, string>()
  const sections = new Map<string, string>()
  const steps = new Set<string>()
  return survey
    .filter(({ type }) => type)
    .map((cells) => {
      const { name = '', type = '', label = '' } = cells
      const kind = kindOf(type)
      if (/^(?:begin|end) /.test(kind.kind)) {
        const section = sharedId(name, label, sections)
        return { cells, step: section, into: section, ...kind }
      }
      const step = fresh(idOf(cells['hearth::step'] ?? name), steps)
      return { cells, step, into: sharedId(name, type, asked), ...kind }
    })
}

/** Questions of one name are one answer when they are of one kind, and groups one section. */
function sharedId(name: string, kind: string, taken: Map<string, string>): string {
  const id = freshId(idOf(name), { has: (each) => (taken.get(each) ?? kind) !== kind })
  taken.set(id, kind)
  return id
}

function fresh(wanted: string, taken: Set<string>): string {
  const id = freshId(wanted, taken)
  taken.add(id)
  return id
}

function kindOf(type: string): Pick<Row, 'kind' | 'list'> {
  const plain = type.trim().replace(/\s+/g, ' ')
  const [, how, list] =
    /^select[_ ](one|multiple)(?:_from_file|_external)? (\S+)/i.exec(plain) ?? []
  if (how !== undefined) return { kind: `select_${how.toLowerCase()}`, list }
  return { kind: plain.toLowerCase().replace(/^(begin|end)_/, '$1 '), list: undefined }
}

export type Lists = ReadonlyMap<string, readonly SheetRow[]>

export function listsIn(choices: readonly SheetRow[]): Lists {
  const lists = new Map<string, SheetRow[]>()
  for (const choice of choices) {
    const name = choice.list_name ?? ''
    lists.set(name, [...(lists.get(name) ?? []), choice])
  }
  return lists
}

/** What kind of answer a row asks for; nothing where we have no such kind. */
export function typeOf({ kind, cells }: Row): SlotDef['type'] | undefined {
  return SLOT_TYPES.find((known) => known === cells['hearth::type']) ?? TYPES[kind]
}

const TYPES: Readonly<Record<string, SlotDef['type']>> = {
  ...{ select_one: 'choice', select_multiple: 'choices', text: 'text', string: 'text' },
  ...{ integer: 'number', int: 'number', decimal: 'number', range: 'number', date: 'date' },
  ...{ tel: 'phone', phonenumber: 'phone', 'phone number': 'phone' },
  ...{ image: 'photos', photo: 'photos', geopoint: 'address', gps: 'address' },
}

/** Settings of a row that a talk has no place for. */
export function noteSettings({ cells, step, kind }: Row, left: NotCarried[]): void {
  for (const column of ['appearance', 'default', 'read_only', 'repeat_count', 'trigger']) {
    if (cells[column]) left.push({ code: 'setting', at: step, what: `${column}: ${cells[column]}` })
  }
  for (const column of ['image', 'audio', 'video', 'big-image']) {
    if (cells[column]) left.push({ code: 'attachment', at: step, what: cells[column] })
  }
  const { choice_filter: filter, required, calculation } = cells
  if (filter) left.push({ code: 'condition', at: step, what: `choice_filter: ${filter}` })
  if (required && !YES.test(required) && !NO.test(required))
    left.push({ code: 'condition', at: step, what: `required: ${required}` })
  if (calculation && kind !== 'calculate')
    left.push({ code: 'calculation', at: step, what: calculation })
  if (/ or[_ ]other$/i.test(cells.type ?? ''))
    left.push({ code: 'setting', at: step, what: 'or_other' })
}

const YES = /^(?:yes|true|true\(\))$/i
const NO = /^(?:no|false|false\(\))$/i

export const isYes = (cell: string | undefined): boolean => YES.test(cell?.trim() ?? '')
