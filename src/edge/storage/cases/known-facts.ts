import type { KnownFact } from '../../../core/dialog/known-file.ts'
import type { KnownFiles } from '../../../work/ports/known-files.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { type Pool, rowsOf } from '../pool.ts'
import type { DataKey, KeyRing } from '../seal/key-ring.ts'
import { transaction } from '../transaction.ts'
import { type CaseRow, fileOf, keyOf } from './desk-row.ts'
import { openFor, placeOf } from './household-key.ts'

/** Of the role hearth_turn: the engine asks for the requests of the conversation that it is in. */
export function knownFiles(pool: Pool, ring: KeyRing): KnownFiles {
  return {
    factsOf: (cases, at) =>
      transaction(pool, null, async (tx) => {
        const ids = cases.map(({ id }) => id)
        const rows = await rowsOf<Row>(tx, CASES, [ids])
        if (rows.some(({ crisis_type }) => UNSPOKEN.has(crisis_type ?? ''))) return {}
        const captured = await rowsOf<Captured>(tx, CAPTURED, [ids])
        const facts: Record<string, KnownFact> = {}
        for (const row of rows) {
          const key = keyOf(ring, row)
          Object.assign(facts, key ? factsIn(row, key, captured) : {})
        }
        const fields = Object.keys(facts)
        const read = rows.map(({ id, district_id: district, street_id: street }) => {
          const what = { act: 'case.read_back', object: `case:${id}`, fields }
          return { district, street, actor: 'turn', role: 'system' as const, at, ...what }
        })
        await appendAudit(tx, fields.length > 0 ? read : [])
        return facts
      }),
  }
}

/** Kinds of danger after which nothing is read back. */
const UNSPOKEN: ReadonlySet<string> = new Set(['violence', 'child'])

/** Of one request; what an adviser noted since stands before what was told. */
function factsIn(row: Row, key: DataKey, captured: readonly Captured[]): Record<string, KnownFact> {
  const file = fileOf(key, { id: row.id, sealed: row.sealed })
  if (file?.forWhom !== 'self') return {}
  const told = file.answers.flatMap(({ slot, value, at }) =>
    value === null || (slot === 'address' && isElsewhere(value, row))
      ? []
      : [[slot, { value, at }] as const],
  )
  const noted = captured.flatMap(({ case_id, seq, at, slot, sealed }) => {
    const words = case_id === row.id && openFor(key, placeOf('case_event', row.id, seq), sealed)
    const { value } = (words || {}) as { readonly value?: unknown }
    return value === undefined ? [] : [[SLOTS[slot] ?? slot, { value, at }] as const]
  })
  return Object.fromEntries([...told, ...noted])
}

/** How the desk calls what the dialog asks under another name. */
const SLOTS: Readonly<Record<string, string>> = { name: 'subject_name' }

/** Somebody was found to live elsewhere than was told: that is asked again. */
function isElsewhere(value: unknown, { street_id }: Row): boolean {
  const { street } = value as { readonly street?: string }
  return street !== undefined && street !== street_id
}

type Row = Pick<CaseRow, 'id' | 'street_id' | 'sealed' | 'crisis_type' | 'data_key'> & {
  readonly district_id: string
}

type Captured = {
  readonly case_id: string
  readonly seq: number
  readonly at: number
  readonly slot: string
  readonly sealed: Buffer | null
}

/** Oldest first: later requests stand before earlier ones. By id alone, as a corrected address changes the district. */
const CASES = {
  name: 'known_cases',
  text: `select c.id, c.district_id, c.street_id, c.sealed, c.crisis_type, h.data_key
    from help_case c
    join household h on h.district_id = c.district_id and h.id = c.household_id
    where c.id = any($1::uuid[]) order by c.opened_at`,
}
const CAPTURED = {
  name: 'known_captured',
  text: `select e.case_id, e.seq, e.at, e.detail->>'slot' as slot, e.sealed from case_event e
    where e.case_id = any($1::uuid[]) and e.kind = 'captured' order by e.at, e.seq`,
}
