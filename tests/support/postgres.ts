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

/**
 * One real server for the whole run, with a migrated database that every test file copies. With
 * TEST_DATABASE_URL another server is used: a login that may make databases and roles, its database
 * called `hearth`.
 */
export default async function setup(project: TestProject) {
  const server = await openServer()
  const owner = new pg.Client({ connectionString: server.url })
  await owner.connect()
  await owner.query(`drop database if exists ${TEMPLATE}`)
  await owner.query(`create database ${TEMPLATE}`)
  await owner.end()
  const url = server.url.replace(/\/hearth(?=$|\?)/, `/${TEMPLATE}`)
  await migrate(url)
  project.provide('postgres', url)
  return server.close
}

async function openServer() {
  const { TEST_DATABASE_URL: given } = process.env
  if (given) return { url: given, close: async () => {} }
  const data = mkdtempSync(join(tmpdir(), 'hearth-test-'))
  const { url, stop } = await startEmbedded(data)
  const close = async () => {
    await stop()
    rmSync(data, { recursive: true, force: true })
  }
  return { url, close }
}
