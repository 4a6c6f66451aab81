import { createHash } from 'node:crypto'
import type { TurnIds } from '../../work/ports/turn-ids.ts'

/** Ids from SHA-256: 128 bits, so that no two people ever share a conversation. */
export function hashedTurnIds(): TurnIds {
  return {
    conversation: (channel, account, user) => {
      // JSON keeps the three apart: 'a','bc' and 'ab','c' are two people.
      const hash = sha256(JSON.stringify(['conversation', channel, account, user]))
      return { bucket: hash[0] ?? 0, id: uuidOf(hash) }
    },
    named: (name) => uuidOf(sha256(name)),
    fresh: (conversation, seq, attempt) => {
      const hash = sha256(`case/${conversation}/${seq}/${attempt}`)
      return { caseId: uuidOf(hash), caseNumber: numberOf(hash.subarray(16)), conversation }
    },
  }
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** The first 16 bytes with the version and variant bits of RFC 9562, version 8. */
function uuidOf(hash: Buffer): string {
  const bytes = Buffer.from(hash.subarray(0, 16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  const cuts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)]
  return [...cuts, hex.slice(20)].join('-')
}

/** 8 digits of 1–9, `4738-2915`: nobody has to say zero. The bias of a byte by 9 does no harm. */
function numberOf(bytes: Buffer): string {
  const digits = [...bytes.subarray(0, 8)].map((byte) => (byte % 9) + 1).join('')
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}
