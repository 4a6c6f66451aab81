import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The generated password of the embedded server, kept in the data folder (mode 0600). */
export function readOrMakePassword(data: string): string {
  const file = join(data, 'postgres.password')
  const draft = `${file}.${process.pid}`
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    writeFileSync(draft, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  }
  try {
    // A link never overwrites: of two processes that start at once, one password stays.
    linkSync(draft, file)
  } catch {
    // The other one was first.
  }
  rmSync(draft, { force: true })
  return readFileSync(file, 'utf8').trim()
}
