import { join } from 'node:path'
import type { Staff } from '../core/people/role.ts'
import { systemClock } from '../edge/clock.ts'
import { createPasswords } from '../edge/http/console/passwords.ts'
import { type Demo, storyOf } from '../edge/http/demo/story.ts'
import { systemIds } from '../edge/ids.ts'
import { type Demonstration, loadDemonstration } from '../edge/sources/demonstration.ts'
import { FOLDERS } from '../edge/sources/house.ts'
import { loadTexts } from '../edge/sources/texts.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import { rowsOf } from '../edge/storage/pool.ts'
import { staffStore } from '../edge/storage/staff-store.ts'
import { loadTalkFile } from '../edge/stored-talks.ts'
import type { Announcer } from '../work/ports/announcer.ts'
import { HOME_DISTRICT } from './home.ts'
import { openDesk } from './open-desk.ts'
import { type Engine, openEngine } from './open-engine.ts'
import { type SampleResident, sampleResidents } from './sample-residents.ts'
import { SAMPLE, tellResidents } from './tell-residents.ts'

/** Who is signed in by himself in a demonstration. */
export const DEMO_LOGIN = 'dengfeifei'

/** The street whose adviser is signed in: its people come first. */
const DEMO_STREET = '310105001'

/** One waiting case in so many is already with an adviser. */
const CLAIMED = 4

/** A line is written each time so many more households have come. */
const PROGRESS = 50

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

/** Texts and stories of the page that shows phone and desk side by side. */
export async function loadDemo(): Promise<Demo> {
  const texts = await loadTexts(join(FOLDERS.locales, 'zh-CN'), 'demo')
  const talks = await loadTalkFile(join(FOLDERS.flows, 'tests', 'stories.yaml'))
  return { texts, stories: talks.map(storyOf) }
}

/**
 * Fills an empty store with the invented district: advisers at once, then, behind the open gate, residents who
 * tell their story to the real bot. A store that has the advisers is left as it is.
 */
export async function seedDemonstration(
  storage: Storage,
  { house }: Engine,
  { announce, say }: { readonly announce: Announcer; readonly say: (line: string) => void },
): Promise<{ readonly rest: () => Promise<void> }> {
  const book = staffStore({ pool: storage.desk, clock: systemClock, ids: systemIds })
  const known = await book.listStaff(HOME_DISTRICT)
  if (known.some(({ login }) => login === DEMO_LOGIN)) return { rest: async () => {} }
  const demonstration = await loadDemonstration(FOLDERS.data)
  const staff: Staff[] = []
  const locked = await createPasswords().hash(systemIds.token())
  for (const person of demonstration.staff) {
    staff.push(await book.createStaff(asNew(person, locked)))
  }
  const residents = sampleResidents(house, demonstration, DEMO_STREET, Date.now())
  const all = residents.length
  const first = demonstration.cast.length
  let next = PROGRESS
  const report = (count: number) => {
    if (count < next || count >= all) return
    next += PROGRESS
    say(`district   ${count} of ${all} households`)
  }
  const tell = (some: readonly SampleResident[], before: number) =>
    tellResidents(storage, some, {
      announce,
      told: (count) => report(before + count),
    })
  return {
    rest: async () => {
      say(`district   ${staff.length} people; ${all} invented households (样例数据) come in behind`)
      await tell(residents.slice(0, first), 0)
      const here = await claimSome(storage, staff.filter(isHome))
      announce({ about: 'cases', district: HOME_DISTRICT })
      await tell(residents.slice(first), first)
      const there = await claimSome(
        storage,
        staff.filter((person) => !isHome(person)),
      )
      say(`district   all ${all} households are there, ${here + there} with an adviser`)
    },
  }
}

const isHome = ({ streets }: Staff) => streets.includes(DEMO_STREET)

/** Nobody knows the password: these people come in by the demonstration's own door alone. */
function asNew({ street, duty, ...person }: Demonstration['staff'][number], password: string) {
  const streets = [...(street === undefined ? [] : [street]), ...(duty ? [''] : [])]
  return { ...person, district: HOME_DISTRICT, streets, password }
}

/** Some calm cases are taken already, by the real deed of the desk; what a visitor takes meanwhile stays theirs. */
async function claimSome(storage: Storage, staff: readonly Staff[]): Promise<number> {
  const opened = await openEngine(storage, { district: HOME_DISTRICT })
  const desk = openDesk(storage, opened)
  let claimed = 0
  for (const adviser of staff.filter(({ role }) => role === 'adviser')) {
    const { rows } = await desk.listCases(adviser, { list: 'waiting' })
    const calm = rows.filter(({ channel, crisis }) => channel === SAMPLE && crisis === null)
    const { done } = await desk.claimCases(
      adviser,
      calm.filter((_, at) => at % CLAIMED === CLAIMED - 1),
    )
    claimed += done.length
  }
  await opened.engine.stop()
  return claimed
}
