import { join } from 'node:path'
import type { Staff } from '../core/people/role.ts'
import { systemClock } from '../edge/clock.ts'
import { createPasswords } from '../edge/http/console/passwords.ts'
import { type Demo, storyOf } from '../edge/http/demo/story.ts'
import { systemIds } from '../edge/ids.ts'
import { type Demonstration, loadDemonstration } from '../edge/sources/demonstration.ts'
import { FOLDERS } from '../edge/sources/house.ts'
import { loadTexts } from '../edge/sources/texts.ts'
import { markBreached } from '../edge/storage/cases/mark-breached.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import { rowsOf } from '../edge/storage/pool.ts'
import { staffStore } from '../edge/storage/staff-store.ts'
import { loadTalkFile } from '../edge/stored-talks.ts'
import type { Announcer } from '../work/ports/announcer.ts'
import type { Desk } from '../work/ports/desk.ts'
import { HOME_DISTRICT } from './home.ts'
import { livenHome, offerOne } from './liven-desk.ts'
import { livenFile } from './liven-file.ts'
import { livenOutside } from './liven-outside.ts'
import { livenPlans } from './liven-plans.ts'
import { livenRoster } from './liven-roster.ts'
import { livenSupervision } from './liven-supervision.ts'
import { livenVisits } from './liven-visits.ts'
import { openDesk } from './open-desk.ts'
import type { Engine } from './open-engine.ts'
import { type SampleResident, sampleResidents } from './sample-residents.ts'
import { SAMPLE, SAMPLE_ACCOUNT, tellResidents } from './tell-residents.ts'

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

export type Seeding = {
  readonly announce: Announcer
  /** A line for the operator. */
  readonly say: (line: string) => void
}

/**
 * The invented district: its advisers at once; then, behind the open gate, residents who tell their story to the
 * real bot. What was broken off goes on at the next start: people and messages have fixed names, so that nobody comes
 * twice.
 */
export async function seedDemonstration(
  storage: Storage,
  opened: Engine,
  seeding: Seeding,
): Promise<{ readonly rest: (stop: AbortSignal) => Promise<void> }> {
  const demonstration = await loadDemonstration(FOLDERS.data)
  const staff = await employ(storage, demonstration)
  const residents = sampleResidents(opened.house(), demonstration, DEMO_STREET, Date.now())
  if (await hasTold(opened, residents.at(-1))) return { rest: async () => {} }
  const desk = openDesk(storage, opened, seeding.announce)
  const claim = (home: boolean) =>
    claimSome(
      desk,
      staff.filter((person) => isHome(person) === home),
    )
  return {
    rest: async (stop) => {
      const report = progress(residents.length, seeding.say)
      const told = async (count: number) => {
        if (count === demonstration.cast.length) {
          await markBreached(storage.turn, Date.now())
          await claim(true)
          await livenRoster(storage, opened.house().town.calendar, staff)
          await livenHome(desk, staff, demonstration)
          await livenFile(storage, desk, staff)
          await livenPlans(storage, desk, staff)
          await livenVisits(storage, desk, staff)
          await livenSupervision({ storage, town: () => opened.house().town }, desk, staff)
          await livenOutside(storage, opened, desk, staff)
        }
        report(count)
      }
      await tellResidents(storage, residents, { announce: seeding.announce, told, stop })
      if (stop.aborted) return
      await claim(false)
      await offerOne(desk, staff, demonstration)
    },
  }
}

async function employ(storage: Storage, { staff }: Demonstration): Promise<readonly Staff[]> {
  const book = staffStore({ pool: storage.desk, clock: systemClock, ids: systemIds })
  const known = await book.listStaff(HOME_DISTRICT)
  const missing = staff.filter(({ login }) => !known.some((person) => person.login === login))
  if (missing.length === 0) return known
  const locked = await createPasswords().hash(systemIds.token())
  for (const person of missing) await book.createStaff(asNew(person, locked))
  return book.listStaff(HOME_DISTRICT)
}

async function hasTold({ engine }: Engine, resident?: SampleResident): Promise<boolean> {
  if (!resident) return true
  const conversation = engine.conversationOf(SAMPLE, SAMPLE_ACCOUNT, resident.user)
  return (await engine.readMessages(conversation, 0)).length > 0
}

function progress(all: number, say: Seeding['say']): (count: number) => void {
  say(`district   ${all} invented households (样例数据) come in behind`)
  let next = PROGRESS
  return (count) => {
    if (count === all) say(`district   all ${all} households are there`)
    if (count < next || count === all) return
    next += PROGRESS
    say(`district   ${count} of ${all} households`)
  }
}

const isHome = ({ streets }: Staff) => streets.includes(DEMO_STREET)

/** Nobody knows the password: these people come in by the demonstration's own door alone. */
function asNew({ street, duty, ...person }: Demonstration['staff'][number], password: string) {
  const streets = [...(street === undefined ? [] : [street]), ...(duty ? [''] : [])]
  return { ...person, district: HOME_DISTRICT, streets, password }
}

/** Every fourth calm case is taken already, by the real deed of the desk; what a visitor takes meanwhile stays theirs. */
async function claimSome(desk: Desk, staff: readonly Staff[]): Promise<void> {
  for (const adviser of staff.filter(({ role }) => role === 'adviser')) {
    const { rows } = await desk.listCases(adviser, { list: 'waiting' })
    const calm = rows.filter(({ channel, crisis }) => channel === SAMPLE && crisis === null)
    const some = calm.filter((_, at) => at % CLAIMED === CLAIMED - 1)
    await desk.claimCases(adviser, some)
  }
}
