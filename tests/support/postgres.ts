import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/edge/storage/embedded/embedded.ts'
import { migrate } from '../../src/edge/storage/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection of the owner to the migrated template database. */
    postgres: string
  }
}

/** tests/support/database.ts puts the name of a fresh copy in its place. */
const TEMPLATE = 'hearth_template'

/** One real server for the whole run, with a migrated database that every test file copies. */
export default async function setup(project: TestProject) {
  const data = mkdtempSync(join(tmpdir(), 'hearth-test-'))
  const server = await startEmbedded(data)
  const owner = new pg.Client({ connectionString: server.url })
  await owner.connect()
  await owner.query(`create database ${TEMPLATE}`)
  await owner.end()
  await migrate(server.urlOf('hearth', TEMPLATE))
  project.provide('postgres', server.urlOf('hearth', TEMPLATE))
  return async () => {
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  }
}
