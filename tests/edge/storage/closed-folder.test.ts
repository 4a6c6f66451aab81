import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { chooseAccount } from '../../../src/edge/storage/embedded/account.ts'
import { findBinaries } from '../../../src/edge/storage/embedded/binaries.ts'
import { initialise } from '../../../src/edge/storage/embedded/initialise.ts'

const isRoot = process.getuid?.() === 0
const folder = mkdtempSync(join(tmpdir(), 'hearth-closed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** As in /root or a private temporary folder: nobody but root may pass through. */
test.runIf(isRoot && process.platform === 'linux')(
  'root starts the server also where programs and data lie behind a closed folder',
  async () => {
    chmodSync(folder, 0o700)
    const { initdb } = await findBinaries()
    execFileSync('cp', ['-al', resolve(dirname(initdb), '..'), join(folder, 'native')])
    const program = join(folder, 'native', 'bin', 'initdb')
    const data = join(folder, 'data')
    mkdirSync(data, { mode: 0o711 })
    const account = chooseAccount(program, [data])
    expect(account.prefix[0]).toBe('setpriv')
    await expect(
      initialise(join(data, 'postgres'), program, account, 'secret'),
    ).resolves.toBeUndefined()
  },
)
