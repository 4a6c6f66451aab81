import pg from 'pg'

const INT8 = 20
const TIMESTAMPTZ = 1184

/**
 * How column types arrive: bigint as number (sequence numbers stay far below 2^53), timestamptz as
 * Instant (ms since 1970, core/time.ts), the rest as `pg` does (bytea Buffer, jsonb parsed).
 */
export const COLUMN_TYPES = {
  getTypeParser: ((oid: number, format: 'text' | 'binary' = 'text') => {
    if (oid === INT8) return Number
    if (oid === TIMESTAMPTZ) return toInstant
    return pg.types.getTypeParser(oid, format)
  }) as typeof pg.types.getTypeParser,
}

/** An Instant as a parameter of a query. */
export function timestamp(at: number): Date {
  return new Date(at)
}

function toInstant(value: string): number {
  const parse = pg.types.getTypeParser(TIMESTAMPTZ, 'text') as (text: string) => Date
  return parse(value).getTime()
}
