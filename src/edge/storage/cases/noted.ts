import type { CaseFile } from '../../../core/casework/case-file.ts'
import type { DataKey } from '../seal/key-ring.ts'
import { seal, unseal, type Where } from '../seal/seal.ts'

/** What an adviser noted about who and where (记为): stands before what the resident gave. */
export type Noted = Partial<Pick<CaseFile, 'name' | 'phone' | 'address'>>

const NOTED_SLOTS = ['name', 'phone', 'address'] as const

export const isNotedSlot = (slot: string): slot is (typeof NOTED_SLOTS)[number] =>
  NOTED_SLOTS.some((each) => each === slot)

export const sealNoted = (key: DataKey, id: string, noted: Noted): Buffer =>
  seal(key, placeOfNoted(id), noted)

/** Nothing when nobody noted anything, or it was erased. */
export function openNoted(key: DataKey | null, id: string, sealed: Buffer | null): Noted {
  return key === null || sealed === null ? {} : (unseal(key, placeOfNoted(id), sealed) as Noted)
}

const placeOfNoted = (id: string): Where => ({ table: 'help_case', column: 'noted', row: id })
