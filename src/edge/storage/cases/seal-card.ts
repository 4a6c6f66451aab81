import type { CaseFile } from '../../../core/casework/case-file.ts'
import type { DataKey } from '../seal/key-ring.ts'
import { seal, unseal, type Where } from '../seal/seal.ts'

/** What a row of a list shows of the file: a page of fifty opens these, not fifty whole files. */
export type Card = Pick<CaseFile, 'name' | 'phone' | 'forWhom' | 'story' | 'stoppedAt'>

/** Characters of a story that a list may show; the screens cut it once more. */
const SHORT = 80

export function sealCard(key: DataKey, file: CaseFile): Buffer {
  const { name, phone, forWhom, stoppedAt } = file
  const story = file.story === null ? null : [...file.story].slice(0, SHORT).join('')
  return seal(key, placeOfCard(file.id), { name, phone, forWhom, story, stoppedAt } satisfies Card)
}

export function openCard(key: DataKey, id: string, sealed: Buffer): Card {
  return unseal(key, placeOfCard(id), sealed) as Card
}

const placeOfCard = (id: string): Where => ({ table: 'help_case', column: 'card', row: id })
