import { randomBytes, randomUUID } from 'node:crypto'
import type { Ids } from '../work/ports/ids.ts'

/** Chance from the operating system. */
export const systemIds: Ids = {
  uuid: () => randomUUID(),
  token: () => randomBytes(32).toString('base64url'),
  // 32 random bits are more than a waiting time needs.
  chance: () => randomBytes(4).readUInt32BE() / 2 ** 32,
}
