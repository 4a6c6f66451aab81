import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { build } from 'vite'
import { openBrowser } from './browser.ts'
import { type RunningHouse, runHouse } from './running-house.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** Where journeys leave their pictures, to be looked at. */
const PICTURES = join(tmpdir(), 'hearth-pictures')

/** Milliseconds until something that does not appear fails its journey. */
const PATIENCE = 30_000

export const PHONE = { viewport: { width: 375, height: 812 } }

export type Visit = {
  readonly house: RunningHouse
  /** Opens a page for one person; faults of its scripts fail the test, but those that are expected. */
  readonly open: (
    options: BrowserContextOptions,
    use: (page: Page) => Promise<void>,
    expected?: readonly RegExp[],
  ) => Promise<void>
  readonly close: () => Promise<void>
}

/** A running house and a browser that visits it. */
export async function visitHouse(): Promise<Visit> {
  if (!existsSync(join(ROOT, 'dist/web'))) await build({ configFile: join(ROOT, 'vite.config.ts') })
  await mkdir(PICTURES, { recursive: true })
  const [house, { browser, close }] = await Promise.all([runHouse(), openBrowser()])
  return {
    house,
    open: async (options, use, expected = []) => {
      const context = await browser.newContext({ baseURL: house.url, ...options })
      context.setDefaultTimeout(PATIENCE)
      const page = await context.newPage()
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('console', (line) => {
        const offline = line.text().includes('ERR_INTERNET_DISCONNECTED')
        const known = offline || expected.some((each) => each.test(line.text()))
        if (line.type() === 'error' && !known) faults.push(line.text())
      })
      try {
        await use(page)
        if (faults.length > 0) throw new Error(faults.join('\n'))
      } finally {
        await context.close()
      }
    },
    close: async () => {
      // A browser that does not close ends with this process; the house must stop all the same.
      await Promise.race([close(), setTimeout(PATIENCE, undefined, { ref: false })])
      await house.stop()
    },
  }
}

export const picture = (page: Page, name: string) =>
  page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })

export const widthOf = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth')
