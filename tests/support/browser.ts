import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

export type TriedBrowser = { readonly browser: Browser; readonly close: () => Promise<void> }

/** A Chromium of the distribution, where the packaged one cannot run. */
const INSTALLED = '/usr/bin/chromium'

/** No GPU, no sandbox (root has none), small shared memory as in containers. */
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-zygote']

/** Where the packaged Chromium lies unpacked: once a checkout, for unpacking takes seconds of a core. */
const UNPACKED = resolve(import.meta.dirname, '../../node_modules/.cache/hearth-chromium')

/** The Chromium that the npm package carries, else the installed one; what it writes goes with it. */
export async function openBrowser(): Promise<TriedBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'hearth-browser-'))
  const clean = () => rm(folder, { recursive: true, force: true })
  const launch = (executablePath: string) =>
    chromium.launch({ executablePath, args: ARGS, env: { ...process.env, TMPDIR: folder } })
  try {
    const browser = await launch(await unpack()).catch((error: unknown) => {
      if (!existsSync(INSTALLED)) throw error
      return launch(INSTALLED)
    })
    return { browser, close: () => browser.close().finally(clean) }
  } catch (error) {
    await clean()
    throw error
  }
}

/** The package unpacks into TMPDIR: so give it an empty folder, and move that to its place when it is whole. */
async function unpack(): Promise<string> {
  const { default: packed } = await import('@sparticuz/chromium')
  const program = join(UNPACKED, 'chromium')
  if (existsSync(program)) return program
  await mkdir(dirname(UNPACKED), { recursive: true })
  const aside = await mkdtemp(`${UNPACKED}-`)
  const { TMPDIR } = process.env
  process.env.TMPDIR = aside
  try {
    await packed.executablePath()
    // Somebody else may have been quicker: one of the two is as good as the other.
    await rename(aside, UNPACKED).catch(() => rm(aside, { recursive: true, force: true }))
    return program
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
