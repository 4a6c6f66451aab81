/**
 * Makes a checkout ready to run, whatever Node.js (20 or newer) starts it: installs what is missing, builds the
 * browser's files when they are older than their sources. Uses no dependency. Says what it does in a line each.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname ?? new URL('..', import.meta.url).pathname, '..')
const OLDEST = 20

const [major] = process.versions.node.split('.').map(Number)
if (major < OLDEST) fail(`Node.js ${process.versions.node} is too old: ${OLDEST} or newer is needed.`)

if (isOlder('node_modules/.package-lock.json', ['package-lock.json'])) {
  step('installing packages (npm ci, about a minute)', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
}
if (isOlder('dist/web/.vite/manifest.json', ['src/web', 'src/core', 'locales/zh-CN/console.yaml', 'locales/zh-CN/office', 'vite.config.ts', 'package-lock.json'])) {
  step('building the browser files', join('node_modules', '.bin', 'vite'), ['build'])
}

/** True when the made thing is missing or older than anything it is made from. */
function isOlder(made, sources) {
  const file = join(root, made)
  return !existsSync(file) || sources.some((source) => newest(join(root, source)) > statSync(file).mtimeMs)
}

function newest(path) {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  const times = readdirSync(path).map((name) => newest(join(path, name)))
  return Math.max(0, ...times)
}

function step(says, command, args) {
  process.stdout.write(`ready      ${says} … `)
  const began = Date.now()
  const path = `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`
  const done = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) fail(`\n${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}\n${says}: failed`)
  process.stdout.write(`${((Date.now() - began) / 1000).toFixed(1)} s\n`)
}

function fail(why) {
  process.stderr.write(`${why}\n`)
  process.exit(1)
}
