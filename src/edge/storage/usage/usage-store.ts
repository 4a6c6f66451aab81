import { SECONDS } from '../../../core/dialog/usage/tally.ts'
import { type Instant, shanghai } from '../../../core/time.ts'
import type { Actor } from '../../../work/ports/documents.ts'
import type {
  Usage,
  UsageQuery,
  UsageSplit,
  UsageSum,
  WordingSum,
} from '../../../work/ports/usage.ts'
import { type Pool, rowsOf, type Tx } from '../pool.ts'
import { transaction } from '../transaction.ts'

/** Figures of use, summed up. Runs as hearth_desk; row security keeps to the district. */
export function usageStore(pool: Pool): Usage {
  const as = <T>({ id: actor, role, district, streets }: Actor, fn: (tx: Tx) => Promise<T>) =>
    transaction(pool, { actor, role, district, streets }, fn)
  return {
    sums: (who, query) => as(who, (tx) => sumsOf(tx, who, query)),
    wordings: (who, { flow, from, to }) =>
      as(who, (tx) => rowsOf<WordingSum>(tx, WORDINGS, [who.district, flow, from, to])),
    choices: (who, flow) =>
      as(who, async (tx) => {
        const rows = await rowsOf<ChoiceRow>(tx, CHOICES, [who.district, flow])
        const of = (name: string) => rows.filter((row) => row.name === name)
        return {
          channels: of('channel').map(({ value }) => value),
          streets: of('street').map(({ value }) => value),
          bundles: of('bundle').flatMap(({ value, since }) =>
            since === null ? [] : [{ hash: value, since: shanghai(since).day }],
          ),
        }
      }),
  }
}

type ChoiceRow = {
  readonly name: 'channel' | 'street' | 'bundle'
  readonly value: string
  readonly since: Instant | null
}

async function sumsOf(tx: Tx, who: Actor, query: UsageQuery): Promise<readonly UsageSum[]> {
  const { flow, from, to, channel, street, hour, bundle, by } = query
  const filters = [channel, street, hour, bundle].map((value) => value ?? null)
  const rows = await rowsOf<SumRow>(tx, SUMS[by ?? 'none'], [
    ...[who.district, flow, from, to],
    ...filters,
  ])
  return rows.map(({ left_there: left, ...row }) => ({ ...row, left, group: String(row.group) }))
}

type SumRow = Omit<UsageSum, 'left'> & { readonly left_there: number }

const COUNTS = 'shown answered corrected skipped missed why person paused left_there back'.split(
  ' ',
)
const CLASSES = Array.from(
  { length: SECONDS.length + 1 },
  (_, at) => `sum(seconds[${at + 1}])::int`,
)

const sums = (name: string, group: string) => ({
  name: `usage_sums_${name}`,
  text: `select step, ${group} as "group",
           ${COUNTS.map((count) => `sum(${count})::int as ${count}`).join(', ')},
           array[${CLASSES.join(', ')}] as seconds
         from step_usage
         where district_id = $1 and flow = $2 and day between $3 and $4
           and ($5::text is null or channel = $5) and ($6::text is null or street_id = $6)
           and ($7::int is null or hour = $7) and ($8::text is null or bundle = $8)
         group by 1, 2`,
})

const SUMS: Readonly<Record<UsageSplit | 'none', ReturnType<typeof sums>>> = {
  none: sums('none', `''::text`),
  bundle: sums('bundle', 'bundle'),
  channel: sums('channel', 'channel'),
  hour: sums('hour', 'hour'),
  street: sums('street', 'street_id'),
}

const WORDINGS = {
  name: 'usage_wordings',
  text: `select step, wording, said as text, sum(shown)::int as shown, sum(at_once)::int as at_once,
           sum(asked_again)::int as asked_again, sum(left_there)::int as "left"
         from wording_usage
         where district_id = $1 and flow = $2 and day between $3 and $4
         group by 1, 2, 3 order by 1, 2, 3`,
}

const CHOICES = {
  name: 'usage_choices',
  text: `select 'channel' as name, channel as value, null::timestamptz as since from step_usage
           where district_id = $1 and flow = $2 group by channel
         union all
         select 'street', street_id, null from step_usage
           where district_id = $1 and flow = $2 and street_id <> '' group by street_id
         union all
         select 'bundle', b.hash, b.first_seen from flow_bundle b
           where exists (select from step_usage u
             where u.district_id = $1 and u.flow = $2 and u.bundle = b.hash)
         order by 1, 3 desc nulls last, 2`,
}
