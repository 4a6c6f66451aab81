import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { House } from '../core/dialog/house.ts'
import { shanghai } from '../core/time.ts'
import { systemClock } from '../edge/clock.ts'
import type { Config } from '../edge/config.ts'
import { buildApp } from '../edge/http/app.ts'
import { loadAssets } from '../edge/http/assets.ts'
import { createPasswords } from '../edge/http/console/passwords.ts'
import { topicOf } from '../edge/http/desk/topic-of.ts'
import { createLive } from '../edge/http/live.ts'
import { systemIds } from '../edge/ids.ts'
import { type Log, openLog } from '../edge/log.ts'
import { FOLDERS } from '../edge/sources/house.ts'
import { loadTexts, loadTextsOver, type Texts } from '../edge/sources/texts.ts'
import { lateTransfers } from '../edge/storage/cases/tell-late.ts'
import { quietDesk } from '../edge/storage/cases/tell-quiet.ts'
import { undeliveredDesk } from '../edge/storage/cases/tell-undelivered.ts'
import { netNameStore } from '../edge/storage/channels/net-name-store.ts'
import { reachStore } from '../edge/storage/channels/reach-store.ts'
import { doorStore } from '../edge/storage/door-store.ts'
import { fileStore } from '../edge/storage/files/file-store.ts'
import { openStorage, type Storage } from '../edge/storage/open-storage.ts'
import { rowsOf } from '../edge/storage/pool.ts'
import { resumeStore } from '../edge/storage/resume/resume-store.ts'
import type { Announcer } from '../work/ports/announcer.ts'
import type { Files } from '../work/ports/files.ts'
import type { Studio } from '../work/ports/studio.ts'
import { createResume } from '../work/resume/create-resume.ts'
import { startRounds } from '../work/rounds/start-rounds.ts'
import { warmUp } from '../work/turn/warm-up.ts'
import { DEMO_LOGIN, isSampleStore, loadDemo, seedDemonstration } from './demonstration.ts'
import { HOME_DISTRICT } from './home.ts'
import { type OpenedChannels, openChannels, openOutbox } from './open-channels.ts'
import { openDesk, questionTexts, slotLabels } from './open-desk.ts'
import { type Engine, openEngine, pause } from './open-engine.ts'
import { openHelpers } from './open-helpers.ts'
import { openOffice } from './open-office.ts'
import { openStudio } from './open-studio.ts'
import { startVisitRounds } from './start-visit-rounds.ts'
import { watchClocks } from './watch-clocks.ts'
import { watchQueue } from './watch-queue.ts'
import { watchUsage } from './watch-usage.ts'

const WEB = join(import.meta.dirname, '../../dist/web')

const HELP = `hearth serve: runs the house.

  --trial   what npm start does: without HEARTH_DEMO and DATABASE_URL this is a demonstration with
            invented cases; when the port is taken, the next free one is used
Settings come from the environment: docs/reference/configuration.md. Ends cleanly on SIGINT, SIGTERM.
`

/** `hearth serve`: opens storage, engine and gate in this order, and closes them in the other. */
export async function serve(args: readonly string[], config: Config): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      trial: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  // On a trial the terminal is for the visitor: what went wrong, and nothing else.
  const level = values.trial ? 'warn' : 'info'
  const log = openLog((line) => process.stderr.write(line), level)
  const began = performance.now()
  const storage = await openStorage(config)
  say(
    `database   ${storage.embedded ? `PostgreSQL in ${config.HEARTH_DATA}` : 'PostgreSQL at DATABASE_URL'}, ${seconds(began)}`,
  )
  try {
    for (const warning of storage.warnings) log.warn(warning)
    await run(storage, { config, log, trial: values.trial })
    return 0
  } finally {
    await storage.close()
  }
}

type Run = { readonly config: Config; readonly log: Log; readonly trial: boolean }

async function run(storage: Storage, { config, log, trial }: Run): Promise<void> {
  const demo = await isDemonstration(trial, config, storage)
  const live = createLive()
  const tellLive: Announcer = (news) => live.announce(topicOf(news))
  const files = fileStore({
    ...storage,
    clock: systemClock,
    folder: join(config.HEARTH_DATA, 'files'),
  })
  const helpers = await openHelpers(storage, { config, files, log, say })
  const outbox = openOutbox()
  const opened = await openEngine(storage, {
    district: HOME_DISTRICT,
    data: config.HEARTH_DATA,
    log,
    sender: outbox.sender,
    helpers: helpers.has,
    files,
    announce: tellLive,
  })
  const seed = demo
    ? await seedDemonstration(storage, opened, { announce: tellLive, say })
    : undefined
  const quiet = quietDesk(storage.turn, storage.ring)
  const transfers = lateTransfers(storage.turn, storage.ring)
  const { helping } = helpers
  const having = { config, storage, opened, outbox, files, announce: tellLive, log, say }
  const channels = await openChannels(having)
  const media = { source: outbox.source, files }
  const undelivered = undeliveredDesk(storage.turn, storage.ring)
  const { sms } = channels
  const resume = resumeStoreOf(storage)
  const reached = { media, undelivered, resume, ...(sms ? { sms, smsText: await smsText() } : {}) }
  const more = { wait: pause, quiet, transfers, helping, ...reached }
  const rounds = startRounds({ ...opened.parts, ...more }, opened.engine)
  const clocks = watchClocks(storage, log)
  const visits = startVisitRounds(storage, log)
  const usage = watchUsage(storage, log)
  const studio = openStudio(storage, opened)
  const releases = studio.watch(log)
  const queue = await watchQueue({ storage, opened, announce: tellLive, sms, log })
  const app = await openGate({
    storage,
    opened,
    live,
    files,
    demo,
    log,
    channels,
    studio: studio.studio,
    embedOrigins: config.HEARTH_EMBED_ORIGINS,
  })
  warmUp(opened.house(), Date.now())
  const address = await listen(app, config, trial)
  announce(address, demo)
  const closing = new AbortController()
  const seeding = seed
    ?.rest(closing.signal)
    .catch((error: unknown) => log.error('seeding_failed', error))
  await untilStopped()
  say('stopping')
  closing.abort()
  await app.close()
  await seeding
  const running = [clocks, visits, usage, releases, queue, rounds]
  await Promise.all(running.map((each) => each.stop()))
  await channels.stop()
  await helping.reader?.close()
  await opened.engine.stop()
}

type Opened = {
  readonly storage: Storage
  readonly opened: Engine
  readonly live: ReturnType<typeof createLive>
  readonly files: Files
  readonly demo: boolean
  readonly log: Log
  readonly channels: OpenedChannels
  readonly studio: Studio
  readonly embedOrigins: readonly string[]
}

async function openGate(having: Opened) {
  const { storage, opened, live, files, demo, log, channels, studio, embedOrigins } = having
  const { engine, house } = opened
  const passwords = createPasswords()
  const places = () => house().town.places
  const questions = ofHouse(house, questionTexts)
  const slots = ofHouse(house, slotLabels)
  const chinese = join(FOLDERS.locales, 'zh-CN')
  const page = await loadTexts(chinese, 'page')
  const tell: Announcer = (news) => live.announce(topicOf(news))
  const desk = openDesk(storage, opened, tell)
  return buildApp({
    chat: engine,
    desk,
    office: await openOffice(storage, opened, desk, tell),
    studio,
    door: doorStore({ pool: storage.desk, clock: systemClock, ids: systemIds }),
    files,
    resume: await openResume(storage, opened),
    reachOf: reachStore({ pool: storage.turn, ring: storage.ring, ...reachParts(opened) }),
    netNameOf: netNameStore({
      ...{ pool: storage.turn, ring: storage.ring },
      ...{ ask: channels.nameOf, now: Date.now },
    }),
    live,
    clock: Date.now,
    verifyPassword: passwords.verify,
    placeName: (code) => places().committees.get(code)?.name ?? places().streets.get(code)?.name,
    isPlace: (code) => places().committees.has(code) || places().streets.has(code),
    streetsOf: (district) => places().districts.get(district)?.streets ?? [],
    questionOf: (step) => questions().get(step),
    slotName: (slot) => slots().get(slot),
    ready: () => readiness(storage),
    webhooks: channels.routes,
    channels: channels.states,
    texts: {
      page,
      languages: await pageLanguages(house(), page),
      console: await loadTexts(chinese, 'console'),
      desk: await loadTexts(chinese, 'desk'),
      version: house().current.slice(0, 12),
    },
    ...(demo ? { demo: await loadDemo() } : {}),
    assets: await loadAssets(WEB),
    web: WEB,
    log,
    settings: {
      demo: demo ? DEMO_LOGIN : null,
      trustProxy: false,
      embedOrigins,
    },
  })
}

/** Read off the house once, and again after a release. */
function ofHouse<T>(house: Engine['house'], read: (house: House) => T): () => T {
  let of = house()
  let known = read(of)
  return () => {
    const now = house()
    if (now !== of) {
      of = now
      known = read(now)
    }
    return known
  }
}

/** The resident's page in each language of the house. */
async function pageLanguages({ languages = {} }: House, base: Texts) {
  const texts = Object.entries(languages).map(async ([code, { name }]) => {
    const page = await loadTextsOver(base, join(FOLDERS.locales, code), 'page')
    return [code, { name, page }] as const
  })
  return Object.fromEntries(await Promise.all(texts))
}

async function smsText() {
  const { say } = await loadTexts(join(FOLDERS.locales, 'zh-CN'), 'house')
  return (number: string) => say('sms.look', { number })
}

const resumeStoreOf = ({ turn: pool, ring }: Storage) =>
  resumeStore({ pool, ring, clock: systemClock, district: HOME_DISTRICT })

const reachParts = ({ parts: { ids, now } }: Engine) => ({ ids, now })

async function openResume(storage: Storage, { engine }: Engine) {
  const { say } = await loadTexts(join(FOLDERS.locales, 'zh-CN'), 'house')
  return createResume({
    store: resumeStoreOf(storage),
    turns: engine,
    texts: { code: (code) => say('resume.code', { code }), done: say('resume.done') },
  })
}

/** Migrations ran before the gate opened; the database is asked each time. */
async function readiness(storage: Storage) {
  const database = await rowsOf(storage.desk, { name: 'ready', text: 'select 1' }).then(
    () => true,
    () => false,
  )
  return { database, migrations: true }
}

/**
 * Invented cases and automatic sign-in only where somebody said so, or where `npm start` runs on a store that is
 * empty or was filled so before: never over the cases of real people.
 */
async function isDemonstration(trial: boolean, config: Config, storage: Storage): Promise<boolean> {
  const set = process.env.HEARTH_DEMO?.trim()
  if (set) return config.HEARTH_DEMO
  return trial && storage.embedded && (await isSampleStore(storage))
}

async function listen(
  app: Awaited<ReturnType<typeof buildApp>>,
  { PORT, HOST }: Config,
  trial: boolean,
): Promise<string> {
  try {
    return await app.listen({ port: PORT, host: HOST })
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (!trial || !taken) throw error
    say(`port ${PORT} is taken, taking a free one`)
    return app.listen({ port: 0, host: HOST })
  }
}

function announce(address: string, demo: boolean): void {
  const port = new URL(address).port
  const base = `http://localhost:${port}`
  if (demo)
    say(`SEE IT     ${base}/demo        a resident's phone beside an adviser's screen (样例数据)`)
  say(`chat       ${base}/            a street's link: ${base}/?street=310105001`)
  say(
    `console    ${base}/console     ${demo ? 'signs in by itself; another person: ?as=zhangmin' : 'people are added with: npm run -s hearth -- staff add'}`,
  )
  say(`studio     ${base}/studio/${demo ? '?as=admin' : ''}`)
  say(`API        ${base}/docs/api    health ${base}/health/ready`)
  say('terminal   npm run -s hearth -- talk')
  if (demo) say('sample data (样例数据): every name, number and story is invented')
  const lan = Object.values(networkInterfaces())
    .flat()
    .find((each) => each?.family === 'IPv4' && !each.internal)
  if (lan && !address.includes('127.0.0.1') && !address.includes('localhost'))
    say(`on the network: http://${lan.address}:${port}/`)
  say(`ready      ${shanghai(Date.now()).day}, Ctrl-C stops`)
}

function untilStopped(): Promise<void> {
  return new Promise((stop) => {
    process.once('SIGINT', () => stop())
    process.once('SIGTERM', () => stop())
  })
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`
