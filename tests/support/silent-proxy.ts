import { connect, createServer, type Socket } from 'node:net'

export type SilentProxy = {
  readonly port: number
  /** From now on nothing comes through in either direction, and nobody is told. */
  readonly hush: () => void
  readonly speak: () => void
  /** Ends it and cuts every connection. */
  readonly close: () => Promise<void>
}

/** A TCP proxy on loopback that can become a black hole: the half-open connection of a partition. */
export async function openSilentProxy(target: {
  host: string
  port: number
}): Promise<SilentProxy> {
  let silent = false
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(target)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('error', () => {})
      from.on('close', () => to.destroy())
      from.on('data', (chunk) => {
        if (!silent) to.write(chunk)
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    hush: () => {
      silent = true
    },
    speak: () => {
      silent = false
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
