import type { Instant } from '../../../core/time.ts'
import type { Actor, Documents } from '../../../work/ports/documents.ts'
import type { Pool } from '../pool.ts'
import { transaction } from '../transaction.ts'
import { type DocumentTx, noted } from './document-tx.ts'
import { drafts, saveDraft } from './drafts.ts'
import { inForce, overlayOf, publish, published } from './in-force.ts'
import { clear, decide, due, fail, release, releases, setMoves, submit } from './releases.ts'
import { people, rights, setRight } from './rights.ts'

type DocumentStoreParts = { readonly pool: Pool; readonly clock: { readonly now: () => Instant } }

/** Drafts and releases of a district. Runs as hearth_desk; each verb is one transaction. */
export function documentStore({ pool, clock }: DocumentStoreParts): Documents {
  const as = <T>(who: Actor, fn: (on: DocumentTx) => Promise<T>) => {
    const { id: actor, role, district, streets } = who
    return transaction(pool, { actor, role, district, streets }, (tx) =>
      fn({ tx, who, at: clock.now() }),
    )
  }
  return {
    published: (who) => as(who, published),
    inForce: (who) => as(who, inForce),
    overlayOf: (who, number) => as(who, (on) => overlayOf(on, number)),
    drafts: (who) => as(who, drafts),
    saveDraft: (who, draft) => as(who, (on) => saveDraft(on, draft)),
    releases: (who) => as(who, releases),
    release: (who, number) => as(who, (on) => release(on, number)),
    submit: (who, wanted) => as(who, (on) => submit(on, wanted)),
    decide: (who, number, decision) => as(who, (on) => decide(on, number, decision)),
    clear: (who, number) => as(who, (on) => clear(on, number)),
    rights: (who) => as(who, rights),
    people: (who) => as(who, people),
    setRight: (who, right, held) => as(who, (on) => setRight(on, right, held)),
    setMoves: (who, number, moves) => as(who, (on) => setMoves(on, number, moves)),
    note: (who, act, number) => as(who, (on) => noted(on, act, `release:${number}`)),
    publish: (who, number, ground) => as(who, (on) => publish(on, number, ground)),
    fail: (who, number, why) => as(who, (on) => fail(on, number, why)),
    due: (who) => as(who, due),
  }
}
