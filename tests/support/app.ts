import { resolve } from 'node:path'
import { buildApp } from '../../src/edge/http/app.ts'
import { loadAssets } from '../../src/edge/http/assets.ts'
import { createPasswords } from '../../src/edge/http/console/passwords.ts'
import { chatTopic, createLive } from '../../src/edge/http/live.ts'
import type { App, Parts } from '../../src/edge/http/parts.ts'
import { loadTexts } from '../../src/edge/sources/texts.ts'
import { createPaperHouse, type PaperHouse } from './paper-house.ts'
import { paperOffice } from './paper-office.ts'

export const PASSWORD = 'a long enough password'

/** Hashing is slow on purpose: once is enough. */
const passwords = createPasswords()
const HASH = passwords.hash(PASSWORD)

export const START = Date.parse('2026-11-20T10:00:00Z')

const LOCALES = resolve(import.meta.dirname, '../../locales/zh-CN')

export type TriedApp = {
  readonly app: App
  readonly house: PaperHouse
  /** Moves the house's clock. */
  readonly pass: (milliseconds: number) => void
}

/** The whole gate over a house on paper, to be tried by `inject` or by a browser. */
export async function createApp(change: Partial<Parts> = {}): Promise<TriedApp> {
  let now = START
  const clock = () => now
  const house = createPaperHouse(clock, await HASH)
  const live = createLive()
  house.onNews((conversation) => live.announce(chatTopic(conversation)))
  const web = change.web ?? '/nowhere'
  const app = await buildApp({
    ...house,
    office: paperOffice(),
    live,
    clock,
    verifyPassword: passwords.verify,
    placeName: (code) => ({ '310105001': '华阳路街道' })[code],
    isPlace: (code) => code.startsWith('310105'),
    ready: async () => ({ database: true, migrations: true }),
    streetsOf: () => [{ code: '310105001', name: '华阳路街道' }],
    questionOf: () => undefined,
    slotName: () => undefined,
    texts: {
      page: await loadTexts(LOCALES, 'page'),
      console: await loadTexts(LOCALES, 'console'),
      desk: await loadTexts(LOCALES, 'desk'),
      version: 'tried',
    },
    assets: await loadAssets(web),
    web,
    settings: { demo: null, trustProxy: false },
    ...change,
  })
  return {
    app,
    house,
    pass: (milliseconds) => {
      now += milliseconds
    },
  }
}
