import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Check } from '../../work/ports/check.ts'

/** What `hearth doctor` asks of the machine. */
export function machineChecks(data: string): readonly Check[] {
  return [
    { name: 'node', run: async () => nodeVersion(process.versions.node) },
    { name: 'data folder', run: async () => dataFolder(resolve(data)) },
    { name: 'disk space', run: () => diskSpace(resolve(data)) },
  ]
}

/** Node 24 runs the sources as they are; older ones do not. */
const OLDEST_NODE = 24

/** In MB: below the first the house should be looked after, below the second it soon stands still. */
const FEW = 2_000
const TOO_FEW = 200

function nodeVersion(version: string) {
  const major = Number(version.split('.')[0])
  if (major >= OLDEST_NODE) return { level: 'ok', says: `Node ${version}.` } as const
  const says = `Node ${version}; ${OLDEST_NODE} is needed: start through npm.`
  return { level: 'fail', says } as const
}

function dataFolder(data: string) {
  try {
    mkdirSync(data, { recursive: true, mode: 0o711 })
    accessSync(data, constants.W_OK | constants.X_OK)
    return { level: 'ok', says: `${data} can be written.` } as const
  } catch {
    return { level: 'fail', says: `${data} cannot be written: set HEARTH_DATA.` } as const
  }
}

async function diskSpace(data: string) {
  const { bavail, bsize } = await statfs(existsSync(data) ? data : '.')
  const free = Math.floor((bavail * bsize) / 1_000_000)
  const says = `${free} MB are free.`
  return { level: free < TOO_FEW ? 'fail' : free < FEW ? 'warn' : 'ok', says } as const
}
