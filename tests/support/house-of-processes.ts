import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type HouseOfProcesses = {
  /** One message to one of the processes: true when it said that it was taken. */
  readonly post: (message: Message) => Promise<boolean>
  readonly killOne: () => void
  /** From now on new processes use this database. */
  readonly moveTo: (databaseUrl: string) => void
  readonly deaths: () => number
  /** Asks all of them to end, and waits. */
  readonly stop: () => Promise<void>
}

export type Message = { readonly user: string; readonly id: string; readonly text: string }

type Member = { readonly child: ChildProcess; port: number }

/**
 * Two processes of the house; whoever dies is started again. After `most` deaths they are started without
 * their failpoint and are not killed any more: a slow machine has a longer drill, not a harder one.
 */
export function openProcesses(
  environment: Readonly<Record<string, string>>,
  most: number,
): HouseOfProcesses {
  const members: Member[] = []
  let env = { ...process.env, ...environment }
  let deaths = 0
  let stopping = false

  const start = (place: number) => {
    const mended = deaths < most ? env : { ...env, HEARTH_FAILPOINT: '' }
    const child = spawn(process.execPath, [SCRIPT], {
      env: mended,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const member: Member = { child, port: 0 }
    members[place] = member
    child.stdout?.on('data', (line: Buffer) => {
      member.port = Number(line)
    })
    child.once('exit', () => {
      member.port = 0
      if (stopping) return
      deaths++
      start(place)
    })
  }
  start(0)
  start(1)

  return {
    post: async (message) => {
      const open = members.filter(({ port }) => port > 0)
      const member = open[Math.floor(Math.random() * open.length)]
      if (!member) return false
      try {
        const { status } = await fetch(`http://127.0.0.1:${member.port}`, {
          method: 'POST',
          body: JSON.stringify(message),
          signal: AbortSignal.timeout(4_000),
        })
        return status === 200
      } catch {
        return false
      }
    },
    killOne: () => {
      if (deaths >= most) return
      members[Math.floor(Math.random() * members.length)]?.child.kill('SIGKILL')
    },
    moveTo: (url) => {
      env = { ...env, DATABASE_URL: url }
      for (const { child } of members) child.kill('SIGKILL')
    },
    deaths: () => deaths,
    stop: async () => {
      stopping = true
      await Promise.all(
        members.map(async ({ child }) => {
          if (child.exitCode !== null || child.signalCode !== null) return
          child.kill('SIGTERM')
          const late = setTimeout(() => child.kill('SIGKILL'), 5_000)
          await once(child, 'exit')
          clearTimeout(late)
        }),
      )
    },
  }
}

const SCRIPT = join(import.meta.dirname, 'turn-process.ts')
