import type { Departures } from '../../../work/ports/departures.ts'
import { timestamp } from '../column-types.ts'
import { type Pool, rowOf, rowsOf } from '../pool.ts'

/** One statement each. Runs as hearth_turn. */
export function departureStore(pool: Pool): Departures {
  const keyOf = (id: string) => [Number.parseInt(id.slice(0, 2), 16), id]
  return {
    leave: async (id, at) => void (await rowsOf(pool, LEAVE, [...keyOf(id), timestamp(at)])),
    back: async (id, at) => void (await rowsOf(pool, BACK, [...keyOf(id), timestamp(at)])),
    isGone: async (id) => (await rowOf<{ gone: boolean }>(pool, GONE, keyOf(id)))?.gone ?? false,
  }
}

const LEAVE = {
  name: 'departure_leave',
  text: `insert into departure (bucket, conversation_id, gone, at) values ($1, $2, true, $3)
         on conflict (bucket, conversation_id) do update set gone = true, at = excluded.at
         where departure.at <= excluded.at`,
}
const BACK = {
  name: 'departure_back',
  text: `update departure set gone = false, at = $3
         where bucket = $1 and conversation_id = $2 and at <= $3`,
}
const GONE = {
  name: 'departure_gone',
  text: 'select gone from departure where bucket = $1 and conversation_id = $2',
}
