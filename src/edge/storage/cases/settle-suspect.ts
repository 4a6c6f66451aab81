import { problem } from '../../../core/errors.ts'
import { INDICATORS } from '../../../core/indicators.ts'
import type { CaseStore } from '../../../work/ports/cases.ts'
import { rowOf } from '../pool.ts'
import type { DeskTx } from './desk-tx.ts'
import { holdCase } from './hold-case.ts'
import { touchCase } from './touch-case.ts'
import { writeLine } from './write-line.ts'

/**
 * Says whether what a helper suspected is so (疑似). The guess stays as it was; a need that is confirmed
 * becomes the adviser's own decision about that indicator.
 */
export async function settleSuspect(
  { tx, ring, staff, at }: DeskTx,
  number: string,
  { seq, confirmed, reason }: Parameters<CaseStore['settleSuspect']>[2],
): Promise<number> {
  const held = await holdCase(tx, { staff, number, act: 'set_indicator', version: null, at })
  const found = await rowOf<Found>(tx, FIND, [staff.district, held.id, seq])
  if (!found) throw problem('not_found', { suspect: seq })
  if (found.settled) throw problem('stale')
  const version = await touchCase(tx, staff, held.id)
  const words = reason === '' ? {} : { words: { reason } }
  const line = { kind: 'suspect_settled', at, detail: { of: seq, confirmed, code: found.code } }
  await writeLine(tx, ring, staff, held, { ...line, ...words })
  const code = INDICATORS.find((each) => each === found.code)
  if (!confirmed || code === undefined) return version
  const decision = { kind: 'indicator_set', at, detail: { code, value: true } }
  await writeLine(tx, ring, staff, held, { ...decision, words: { reason } })
  return version
}

type Found = { readonly code: string | null; readonly settled: boolean }

const FIND = {
  name: 'suspect_find',
  text: `select coalesce(e.detail->>'code', e.detail->>'document') as code, exists (
      select from case_event d where d.district_id = e.district_id and d.case_id = e.case_id
        and d.kind = 'suspect_settled' and (d.detail->>'of')::int = e.seq) as settled
    from case_event e where e.district_id = $1 and e.case_id = $2 and e.seq = $3
      and e.kind in ('need_suspected', 'photo_read')`,
}
