import type { CaseStore } from '../../../work/ports/cases.ts'
import type { DeskTx } from './desk-tx.ts'
import { holdCase } from './hold-case.ts'
import { noteWho } from './note-who.ts'
import { isNotedSlot } from './noted.ts'
import { touchCase } from './touch-case.ts'
import { writeLine } from './write-line.ts'

/** What an adviser decides about an indicator (改): the bot's value stays where it is. */
export async function setIndicator(
  { tx, ring, staff, at }: DeskTx,
  number: string,
  { code, value, reason }: Parameters<CaseStore['setIndicator']>[2],
): Promise<number> {
  const held = await holdCase(tx, { staff, number, act: 'set_indicator', version: null, at })
  const version = await touchCase(tx, staff, held.id)
  const line = { kind: 'indicator_set', at, detail: { code, value }, words: { reason } }
  await writeLine(tx, ring, staff, held, line)
  return version
}

/** What an adviser notes for a slot (记为), with the message it was taken from. */
export async function capture(
  { tx, ring, staff, at }: DeskTx,
  number: string,
  { slot, value, message, quote }: Parameters<CaseStore['capture']>[2],
): Promise<number> {
  const held = await holdCase(tx, { staff, number, act: 'capture', version: null, at })
  const version = await touchCase(tx, staff, held.id)
  if (isNotedSlot(slot)) await noteWho({ tx, ring, staff, at }, held, { [slot]: String(value) })
  const line = { kind: 'captured', at, detail: { slot, message }, words: { value, quote } }
  await writeLine(tx, ring, staff, held, line)
  return version
}
