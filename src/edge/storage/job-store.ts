import type { Instant } from '../../core/time.ts'
import type { Job, JobDetail, JobKind, JobOrder, Jobs } from '../../work/ports/jobs.ts'
import { timestamp } from './column-types.ts'
import { type Pool, rowOf, rowsOf, type Tx } from './pool.ts'
import { together } from './together.ts'

/** Jobs in PostgreSQL, each in the bucket of its conversation. Runs as hearth_turn. */
export function jobStore(pool: Pool): Jobs {
  const claimTogether = together((asked: readonly Asked[]) => claimNamed(pool, asked))
  const finishTogether = together((jobs: readonly Job[]) => finishAll(pool, jobs))
  return {
    claim: (now, until, limit) => claim(pool, now, until, limit),
    claimOne: async (bucket, id, now, until, ahead = now) => {
      const row = await claimTogether({ bucket, id, now, until, ahead })
      return row && jobOf(row)
    },
    finish: async (job) => {
      if (await finishTogether(job)) return true
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

type Asked = {
  readonly bucket: number
  readonly id: string
  readonly now: Instant
  readonly until: Instant
  readonly ahead: Instant
}

/** Null for what is held by another, not due, or not there. */
async function claimNamed(
  pool: Pool,
  asked: readonly Asked[],
): Promise<readonly (JobRow | null)[]> {
  const rows = await rowsOf<JobRow>(pool, CLAIM_NAMED, [
    asked.map(({ bucket }) => bucket),
    asked.map(({ id }) => id),
    asked.map(({ now }) => timestamp(now)),
    asked.map(({ until }) => timestamp(until)),
    asked.map(({ ahead }) => timestamp(ahead)),
  ])
  const claimed = new Map(rows.map((row) => [row.id, row]))
  return asked.map(({ id }) => {
    const row = claimed.get(id) ?? null
    // Asked for twice in one moment: one of them has it.
    claimed.delete(id)
    return row
  })
}

/** Whether each was still what it was when it was claimed. */
async function finishAll(pool: Pool, jobs: readonly Job[]): Promise<readonly boolean[]> {
  const rows = await rowsOf<{ id: string }>(pool, FINISH, [
    jobs.map(({ bucket }) => bucket),
    jobs.map(({ id }) => id),
    jobs.map(({ heldUntil }) => timestamp(heldUntil)),
    jobs.map(({ dueAt }) => timestamp(dueAt)),
    jobs.map(({ detail }) => encode(detail)),
  ])
  const finished = new Set(rows.map(({ id }) => id))
  return jobs.map(({ id }) => finished.has(id))
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
/** Rows are locked in one order, as `putJobs` does it: two statements never wait for each other in a circle. */
const CLAIM_NAMED = {
  name: 'job_claim_named',
  text: `with free as materialized (
           select job.bucket, job.id, asked.until from unnest($1::smallint[], $2::text[], $3::timestamptz[],
             $4::timestamptz[], $5::timestamptz[]) as asked(bucket, id, now, until, ahead)
           join job on job.bucket = asked.bucket and job.id = asked.id
             and job.due_at <= asked.ahead and (job.lease_until is null or job.lease_until < asked.now)
           order by job.id collate "C" for update of job skip locked)
         update job set lease_until = free.until from free
         where job.bucket = free.bucket and job.id = free.id and ${LAZILY}
         returning job.bucket, job.id, kind, due_at, lease_until, sealed, tries`,
}
const HELD = 'bucket = $1 and id = $2 and lease_until = $3'
const VERSION = `${HELD} and due_at = $4 and sealed = $5`
const FINISH = {
  name: 'job_finish',
  text: `with done as materialized (
           select job.bucket, job.id from unnest($1::smallint[], $2::text[], $3::timestamptz[],
             $4::timestamptz[], $5::bytea[]) as held(bucket, id, until, due_at, sealed)
           join job on job.bucket = held.bucket and job.id = held.id and job.lease_until = held.until
             and job.due_at = held.due_at and job.sealed = held.sealed
           order by job.id collate "C" for update of job)
         delete from job using done
         where job.bucket = done.bucket and job.id = done.id and ${LAZILY} returning job.id`,
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
