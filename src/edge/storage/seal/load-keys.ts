import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { problem } from '../../../core/errors.ts'
import type { KeyRing } from './key-ring.ts'

export type LoadedKeys = {
  readonly ring: KeyRing
  readonly from: 'environment' | 'file'
  /** True when it was made just now: whoever runs the house must put it somewhere safe. */
  readonly generated: boolean
}

/**
 * The key ring from HEARTH_KEYS (JSON, or the path of a JSON file), else from `<data>/keys.json`,
 * which is made at the first start (mode 0600).
 */
export function loadKeys(setting: string | undefined, data: string): LoadedKeys {
  if (setting !== undefined) {
    const text = setting.trim().startsWith('{') ? setting : readText(setting)
    return { ring: parseKeys(text), from: 'environment', generated: false }
  }
  const file = join(data, 'keys.json')
  const generated = makeWhenMissing(file, data)
  return { ring: parseKeys(readText(file)), from: 'file', generated }
}

const KEY = z.base64().transform((text, context) => {
  const key = Buffer.from(text, 'base64')
  if (key.length !== 32) context.addIssue({ code: 'custom', message: 'must be 32 bytes in base64' })
  return key
})

const KEYS = z
  .strictObject({
    current: z.string(),
    keys: z.record(z.string().regex(/^[a-z0-9_-]{1,32}$/), KEY),
    index: KEY,
  })
  .refine(({ current, keys }) => current in keys, { message: 'current must be one of keys' })

function parseKeys(text: string): KeyRing {
  const parsed = KEYS.safeParse(jsonOf(text))
  if (!parsed.success) {
    const why = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
    throw problem('bad_configuration', { setting: 'HEARTH_KEYS', why })
  }
  const { current, keys, index } = parsed.data
  return { current, index, keys: new Map(Object.entries(keys)) }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw problem('bad_configuration', { setting: 'HEARTH_KEYS', why: 'not JSON' })
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw problem('bad_configuration', { setting: 'HEARTH_KEYS', why: 'cannot be read' }, cause)
  }
}

/** Written beside and linked: two processes that start at once end up with one ring. */
function makeWhenMissing(file: string, data: string): boolean {
  const draft = `${file}.${process.pid}`
  const random = () => randomBytes(32).toString('base64')
  const ring = { current: 'k1', keys: { k1: random() }, index: random() }
  mkdirSync(data, { recursive: true, mode: 0o711 })
  writeFileSync(draft, `${JSON.stringify(ring, null, 2)}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
    return true
  } catch {
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}
