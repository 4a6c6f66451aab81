import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const MAIN = resolve(import.meta.dirname, '../../src/main.ts')

/** Milliseconds for a house to stop, on a busy machine. */
const GRACE = 30_000

export type RunningHouse = {
  readonly url: string
  /** Folder of its data. */
  readonly data: string
  /** Adds a person who may sign in, beside the running house, as an operator would. */
  readonly hire: (person: Hired) => Promise<void>
  /** Kills it in the middle of whatever it does; `again` starts it on the same data and address. */
  readonly kill: () => Promise<{ readonly again: () => Promise<void> }>
  readonly stop: () => Promise<void>
}

export type Hired = {
  readonly login: string
  readonly name: string
  readonly streets: string
  readonly password: string
  /** Adviser when nothing is said. */
  readonly role?: string
}

/** The whole program with a database of its own in an empty folder, as `npm run serve` runs it. */
export async function runHouse(): Promise<RunningHouse> {
  const data = await mkdtemp(join(tmpdir(), 'hearth-house-'))
  const { DATABASE_URL: _elsewhere, ...rest } = process.env
  const env = { ...rest, HEARTH_DATA: data, HEARTH_DEMO: '0', PORT: '0', HOST: '127.0.0.1' }
  const start = (...args: string[]) => spawn(process.execPath, [MAIN, ...args], { env })
  let house = start('serve')
  const url = await addressOf(house)
  return {
    ...{ url, data },
    hire: async ({ login, name, streets, password, role = 'adviser' }) => {
      const person = ['--login', login, '--name', name, '--streets', streets, '--role', role]
      const hiring = start('staff', 'add', ...person)
      hiring.stdin?.end(`${password}\n`)
      const [code] = await once(hiring, 'exit')
      if (code !== 0) throw new Error(`staff add ended with ${code}`)
    },
    kill: async () => {
      const ended = once(house, 'exit')
      house.kill('SIGKILL')
      await ended
      return {
        again: async () => {
          env.PORT = new URL(url).port
          house = start('serve')
          await addressOf(house)
        },
      }
    },
    stop: async () => {
      if (house.exitCode === null && house.signalCode === null) {
        const ended = once(house, 'exit')
        house.kill('SIGTERM')
        const grace = setTimeout(() => {
          process.stderr.write('a house did not stop by itself and was killed\n')
          house.kill('SIGKILL')
        }, GRACE)
        await ended
        clearTimeout(grace)
      }
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** Reads what the house says until it says where its chat is. */
function addressOf(house: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = ''
    const read = (part: Buffer) => {
      said += part
      const port = /chat +http:\/\/localhost:(\d+)/.exec(said)?.[1]
      if (port) found(`http://127.0.0.1:${port}`)
    }
    house.stdout?.on('data', read)
    house.stderr?.on('data', read)
    house.once('exit', (code) => failed(new Error(`the house ended with ${code}:\n${said}`)))
  })
}
