import { randomUUID } from 'node:crypto'
import type { CaseStore } from '../../../work/ports/cases.ts'
import { callPerson } from './call-person.ts'
import type { DeskTx } from './desk-tx.ts'
import { holdCase } from './hold-case.ts'
import { touchCase } from './touch-case.ts'
import { writeLine } from './write-line.ts'

/** An internal note (备注): the resident never sees it; who is called by @ gets a notice. */
export async function addNote(
  { tx, ring, staff, at }: DeskTx,
  number: string,
  { text, mentions }: Parameters<CaseStore['addNote']>[2],
): Promise<number> {
  const held = await holdCase(tx, { staff, number, act: 'note', version: null, at })
  const called = [...new Set(mentions)]
  for (const to of called) {
    await callPerson(tx, { id: randomUUID(), to, kind: 'mention', number, staff, at })
  }
  const version = await touchCase(tx, staff, held.id)
  const line = { kind: 'note', at, detail: { mentions: called }, words: { text } }
  await writeLine(tx, ring, staff, held, line)
  return version
}
