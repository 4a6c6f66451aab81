import { MINUTE } from '../../core/time.ts'
import { readBill } from '../../core/understanding/read-bill.ts'
import type { Job } from '../ports/jobs.ts'
import { refOf } from '../turn/create-turns.ts'
import type { TurnParts } from '../turn/parts.ts'
import type { Done } from './done.ts'
import type { Helpers } from './helpers.ts'

/** A photo may come before its case; after so long none is expected any more. */
const AGAIN = 2 * MINUTE
const WAITS = 120 * MINUTE

/**
 * What a photo seems to be, for the adviser who opens it: kind of paper, amount, and the printed words
 * that say so, sealed with the case. It decides nothing, and the resident is asked nothing.
 */
export async function readPhoto(
  parts: TurnParts & { readonly helping?: Helpers },
  { detail, dueAt }: Job,
): Promise<Done> {
  const { reader, files, findings } = parts.helping ?? {}
  const { conversation, file = '' } = detail
  if (!reader || !files || !findings) return 'done'
  const [tail] = await parts.turns.tails([refOf(conversation)])
  if (!tail?.content) return 'done'
  const found = tail.content.notes.cases.at(-1)
  if (!found) return parts.now() - dueAt < WAITS ? { again: AGAIN } : 'done'
  const opened = await files.read(conversation, file)
  if (opened?.kind !== 'image') return 'done'
  const bill = readBill(await reader.read(opened.bytes))
  if (!bill) return 'done'
  const line = { case: found.id, at: parts.now(), kind: 'photo_read' }
  const words = { quote: bill.words.join('\n'), amount: bill.amount }
  await findings.note({ ...line, detail: { file, document: bill.document }, words })
  parts.announce({ about: 'case', district: found.district, number: found.number })
  return 'done'
}
