import type { Staff } from '../core/people/role.ts'
import type { Instant } from '../core/time.ts'
import { systemClock } from '../edge/clock.ts'
import { createPasswords } from '../edge/http/console/passwords.ts'
import { systemIds } from '../edge/ids.ts'
import { type Demonstration, loadDemonstration } from '../edge/sources/demonstration.ts'
import { FOLDERS } from '../edge/sources/house.ts'
import { markBreached } from '../edge/storage/cases/mark-breached.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import { rowsOf } from '../edge/storage/pool.ts'
import { staffStore } from '../edge/storage/staff-store.ts'
import { HOME_DISTRICT } from './home.ts'
import { openDesk } from './open-desk.ts'
import { type Engine, openEngine } from './open-engine.ts'
import { type SampleResident, sampleResidents } from './sample-residents.ts'

/** Who is signed in by himself in a demonstration. */
export const DEMO_LOGIN = 'dengfeifei'

/** The channel of invented talks: its cases are marked 样例数据. */
const SAMPLE = 'sample'

/** So many talks are told before the gate opens; the others come in while the visitor looks. */
const AT_ONCE = 40

/** Conversations told side by side. */
const ABREAST = 8

/** One case in so many is already with an adviser. */
const CLAIMED = 5

/** True for a store without cases, or with invented ones in it. */
export async function isSampleStore(storage: Storage): Promise<boolean> {
  const [row] = await rowsOf<{ sample: boolean }>(storage.turn, IS_SAMPLE)
  return row?.sample ?? false
}

const IS_SAMPLE = {
  name: 'is_sample_store',
  text: `select exists (select from help_case where sample)
    or not exists (select from help_case) as sample`,
}

/**
 * Fills an empty store with the invented district: advisers, and residents who tell their story to the real bot.
 * Repeating it changes nothing: people and messages have fixed names.
 */
export async function seedDemonstration(
  storage: Storage,
  { house }: Engine,
  say: (line: string) => void,
): Promise<{ readonly rest: Promise<void> }> {
  const book = staffStore({ pool: storage.desk, clock: systemClock, ids: systemIds })
  const known = await book.listStaff(HOME_DISTRICT)
  if (known.some(({ login }) => login === DEMO_LOGIN)) return { rest: Promise.resolve() }
  const demonstration = await loadDemonstration(FOLDERS.data)
  const staff: Staff[] = []
  const locked = await createPasswords().hash(systemIds.token())
  for (const person of demonstration.staff) {
    staff.push(await book.createStaff(asNew(person, locked)))
  }
  const residents = sampleResidents(house, demonstration, Date.now())
  await tell(storage, residents.slice(0, AT_ONCE))
  await claimSome(storage, staff)
  say(
    `district   长宁区: 10 streets, ${staff.length} people, ${residents.length} households (样例数据)`,
  )
  const rest = tell(storage, residents.slice(AT_ONCE))
    .then(() => claimSome(storage, staff))
    .then(() => say(`district   all ${residents.length} invented households are there`))
  return { rest }
}

/** Nobody knows the password: these people come in by the demonstration's own door alone. */
function asNew({ street, duty, ...person }: Demonstration['staff'][number], password: string) {
  const streets = [...(street === undefined ? [] : [street]), ...(duty ? [''] : [])]
  return { ...person, district: HOME_DISTRICT, streets, password }
}

/** Plays the talks into the house, each at its own time, so that clocks and times are as on a working day. */
async function tell(storage: Storage, residents: readonly SampleResident[]): Promise<void> {
  const queue = [...residents].sort((a, b) => a.at - b.at)
  const clock: { now: Instant } = { now: 0 }
  const { engine } = await openEngine(storage, { district: HOME_DISTRICT, now: () => clock.now })
  while (queue.length > 0) {
    const group = queue.splice(0, ABREAST)
    clock.now = group[0]?.at ?? 0
    const longest = Math.max(...group.map(({ says }) => says.length))
    for (let turn = 0; turn < longest; turn++) {
      clock.now += SECONDS_A_MESSAGE
      await Promise.all(
        group.map(async ({ user, says }) => {
          const text = says[turn]
          if (text === undefined) return
          const incoming = { kind: 'text', text } as const
          const externalId = `${user}/${turn}`
          await engine.receive({
            channel: SAMPLE,
            account: 'demo',
            user,
            externalId,
            at: clock.now,
            incoming,
          })
        }),
      )
    }
  }
  await engine.stop()
  await markBreached(storage.turn, Date.now())
}

const SECONDS_A_MESSAGE = 9_000

/** Some cases are taken already, by the real deed of the desk. */
async function claimSome(storage: Storage, staff: readonly Staff[]): Promise<void> {
  const opened = await openEngine(storage, { district: HOME_DISTRICT })
  const desk = openDesk(storage, opened)
  for (const adviser of staff.filter(
    ({ role, login }) => role === 'adviser' && login !== DEMO_LOGIN,
  )) {
    const { rows } = await desk.listCases(adviser, { list: 'waiting' })
    const waiting = rows.filter((row) => row.channel === SAMPLE)
    const some = waiting.filter((_, at) => at % CLAIMED === 1)
    for (const { number, version } of some) await desk.claimCase(adviser, number, version)
  }
  await opened.engine.stop()
}
