import type { Instant } from '../../core/time.ts'
import type { Job, JobDetail, JobKind, JobOrder, Jobs } from '../../work/ports/jobs.ts'
import { timestamp } from './column-types.ts'
import { type Pool, rowOf, rowsOf, type Tx } from './pool.ts'

/** Jobs in PostgreSQL, each in the bucket of its conversation. Runs as hearth_turn. */
export function jobStore(pool: Pool): Jobs {
  return {
    claim: (now, until, limit) => claim(pool, now, until, limit),
    claimOne: async (bucket, id, now, until, ahead = now) => {
      const row = await rowOf<JobRow>(pool, CLAIM_ONE, [
        bucket,
        id,
        timestamp(now),
        timestamp(until),
        timestamp(ahead),
      ])
      return row && jobOf(row)
    },
    finish: async (job) => {
      const done = await rowOf(pool, FINISH, version(job))
      if (done) return true
      await rowsOf(pool, RELEASE, held(job))
      return false
    },
    postpone: async (job, dueAt, tries) => {
      const done = await rowOf(pool, POSTPONE, [...version(job), timestamp(dueAt), tries])
      if (!done) await rowsOf(pool, RELEASE, held(job))
    },
    bury: async (job) => {
      await rowsOf(pool, BURY, version(job))
    },
    put: (orders) => putJobs(pool, orders),
    dead: async () => (await rowOf<{ count: number }>(pool, DEAD))?.count ?? 0,
  }
}

/** Also inside the transaction of turns: one statement for all of them; of the same job the last order counts. */
export async function putJobs(on: Pool | Tx, orders: readonly JobOrder[]): Promise<void> {
  const last = [...new Map(orders.map((order) => [order.id, order])).values()]
  if (last.length === 0) return
  // Rows in one order in every process: two of them then never wait for each other in a circle.
  const rows = last.sort((a, b) => (a.id < b.id ? -1 : 1))
  await rowsOf(on, PUT, [
    rows.map(({ bucket }) => bucket),
    rows.map(({ id }) => id),
    rows.map(({ kind }) => kind),
    rows.map(({ dueAt }) => timestamp(dueAt)),
    rows.map(({ detail }) => encode(detail)),
  ])
}

/** Bucket by bucket, as everywhere: a claim never spans two of them. */
async function claim(
  pool: Pool,
  now: Instant,
  until: Instant,
  limit: number,
): Promise<readonly Job[]> {
  const busy = await rowsOf<{ bucket: number }>(pool, BUSY, [timestamp(now)])
  const jobs: Job[] = []
  for (const { bucket } of busy) {
    const left = limit - jobs.length
    if (left <= 0) break
    const values = [bucket, timestamp(now), timestamp(until), left]
    jobs.push(...(await rowsOf<JobRow>(pool, CLAIM, values)).map(jobOf))
  }
  return jobs.sort((a, b) => a.dueAt - b.dueAt)
}

function jobOf(row: JobRow): Job {
  const { bucket, id, kind, due_at: dueAt, lease_until: heldUntil, tries } = row
  return { bucket, id, kind, dueAt, heldUntil, tries, detail: decode(row.sealed) }
}

/** Due time and detail are the version: a job that was ordered anew has others. */
function version(job: Job): readonly unknown[] {
  return [...held(job), timestamp(job.dueAt), encode(job.detail)]
}

function held({ bucket, id, heldUntil }: Job): readonly unknown[] {
  return [bucket, id, timestamp(heldUntil)]
}

/** Ids, codes and numbers only, so there is nothing to seal. */
function encode(detail: JobDetail): Buffer {
  return Buffer.from(JSON.stringify(detail))
}

function decode(bytes: Buffer): JobDetail {
  return JSON.parse(bytes.toString()) as JobDetail
}

type JobRow = {
  readonly bucket: number
  readonly id: string
  readonly kind: JobKind
  readonly due_at: Instant
  readonly lease_until: Instant
  readonly sealed: Buffer
  readonly tries: number
}

/** Never due: far beyond every clock, and still a time that everybody can read. */
const NEVER = `'9999-01-01'::timestamptz`
const SHAPE = 'bucket, id, kind, due_at, lease_until, sealed, tries'

/**
 * This commit need not wait for the disk: a lease that a crash of the server forgets is taken anew, a job that
 * comes back finds nothing left to do. What was sent is marked durably beside it.
 */
const LAZILY = `set_config('synchronous_commit', 'off', true) = 'off'`
/** Ordered anew while somebody has it: the holder keeps it, and learns of it when finishing. */
const PUT = {
  name: 'job_put',
  text: `insert into job (bucket, id, kind, due_at, sealed)
         select * from unnest($1::smallint[], $2::text[], $3::text[], $4::timestamptz[], $5::bytea[])
         on conflict (bucket, id) do update
         set due_at = excluded.due_at, sealed = excluded.sealed, tries = 0`,
}
/** 256 looks into an index, half a millisecond together; idle buckets are not locked. */
const BUSY = {
  name: 'job_busy',
  text: `select bucket from generate_series(0, 255) as bucket
         where exists (select from job where job.bucket = bucket.bucket and due_at <= $1
                       and (lease_until is null or lease_until < $1))`,
}
const CLAIM = {
  name: 'job_claim',
  text: `update job set lease_until = $3 from (
           select id as due from job
           where bucket = $1 and due_at <= $2 and (lease_until is null or lease_until < $2)
           order by due_at limit $4 for update skip locked
         ) free
         where job.bucket = $1 and job.id = free.due and ${LAZILY}
         returning ${SHAPE}`,
}
const CLAIM_ONE = {
  name: 'job_claim_one',
  text: `update job set lease_until = $4
         where bucket = $1 and id = $2 and due_at <= $5 and (lease_until is null or lease_until < $3)
           and ${LAZILY}
         returning ${SHAPE}`,
}
const HELD = 'bucket = $1 and id = $2 and lease_until = $3'
const VERSION = `${HELD} and due_at = $4 and sealed = $5`
const FINISH = {
  name: 'job_finish',
  text: `delete from job where ${VERSION} and ${LAZILY} returning id`,
}
const POSTPONE = {
  name: 'job_postpone',
  text: `update job set due_at = $6, tries = $7, lease_until = null
         where ${VERSION} returning id`,
}
const BURY = {
  name: 'job_bury',
  text: `update job set due_at = ${NEVER}, lease_until = null where ${VERSION}`,
}
const RELEASE = {
  name: 'job_release',
  text: `update job set lease_until = null where ${HELD}`,
}
const DEAD = {
  name: 'job_dead',
  text: `select count(*) as count from job where due_at = ${NEVER}`,
}
