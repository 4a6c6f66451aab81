import pg from 'pg'
import type { Pool } from './pool.ts'

/** A table without any use but to be inserted into: the least that a durable receipt costs here. */
export async function openBareInsert(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 16 })
  // The server of the bench may be gone before its idle connections are.
  pool.on('error', () => {})
  await pool.query('create table if not exists bench_row (id bigserial primary key, body bytea)')
  return {
    insert: async (body: Uint8Array) => {
      await pool.query({ name: 'bench_insert', text: INSERT, values: [body] })
    },
    close: () => pool.end(),
  }
}

/** What waits to be answered or sent, and what the log holds of LINE. */
export async function lookAtLog(pool: Pool) {
  const { rows } = await pool.query(LOOK)
  return rows[0] as { readonly waiting: number; readonly kept: number; readonly sent: number }
}

const INSERT = 'insert into bench_row (body) values ($1)'
const LOOK = `select
    (select count(*) from turn where status = 'pending' or delivery = 1) as waiting,
    (select count(*) from turn where channel = 'line') as kept,
    (select count(*) from turn where delivery = 2) as sent`
