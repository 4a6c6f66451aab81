import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Ids } from '../work/ports/ids.ts'

/** Ids from SHA-256 where they must come out the same again, from the system's chance elsewhere. */
export const systemIds: Ids = {
  conversationOf: (channel, account, user) => derived('conversation', channel, account, user),
  bucketOf: (conversation) => Number.parseInt(conversation.slice(0, 2), 16),
  fresh: (conversation, seq, attempt) => ({
    caseId: derived('case', conversation, seq, attempt),
    caseNumber: caseNumber(digest(['number', conversation, seq, attempt])),
  }),
  derived,
  uuid: () => randomUUID(),
  token: () => randomBytes(32).toString('base64url'),
  // 32 random bits are more than a waiting time needs.
  chance: () => randomBytes(4).readUInt32BE() / 2 ** 32,
}

/** A version 8 uuid (RFC 9562): 122 bits of the hash. */
function derived(...parts: readonly (string | number)[]): string {
  const bytes = digest(parts)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex', 0, 16)
  const at = [0, 8, 12, 16, 20, 32]
  return at
    .slice(1)
    .map((end, i) => hex.slice(at[i], end))
    .join('-')
}

/** JSON keeps the parts apart: ('a', 'bc') is not ('ab', 'c'). */
function digest(parts: readonly (string | number)[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest()
}

/** 8 digits of 1–9, each from two bytes of the hash: `4738-2915`. */
function caseNumber(hash: Buffer): string {
  const digits = Array.from({ length: 8 }, (_, i) => (hash.readUInt16BE(i * 2) % 9) + 1)
  return `${digits.slice(0, 4).join('')}-${digits.slice(4).join('')}`
}
