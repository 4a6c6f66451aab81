import type { ServerResponse } from 'node:http'
import type { FastifyReply } from 'fastify'
import { HEARTBEAT, STREAM_RETRY } from '../../core/contract/limits.ts'

/** Bytes that may wait for a slow reader before it is dropped; it comes back with Last-Event-ID. */
const SLOW_READER = 256 * 1024

export type Stream = {
  readonly send: (event: string, data: unknown, id?: number) => void
  readonly close: () => void
}

export type Streams = {
  /** Turns a reply into server-sent events. `beat` runs with every heartbeat. */
  readonly open: (reply: FastifyReply, beat: (stream: Stream) => void, closed: () => void) => Stream
  readonly closeAll: () => void
}

/** All open streams of one process, so that shutting down can end them. */
export function createStreams(): Streams {
  const open = new Set<Stream>()
  return {
    open: (reply, beat, closed) => {
      const stream = begin(reply, beat, () => {
        open.delete(stream)
        closed()
      })
      open.add(stream)
      return stream
    },
    closeAll: () => {
      for (const stream of open) stream.close()
    },
  }
}

function begin(reply: FastifyReply, beat: (stream: Stream) => void, closed: () => void): Stream {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, { ...known(reply), ...HEADERS })
  raw.write(`retry: ${STREAM_RETRY}\n\n`)
  const stream: Stream = {
    send: (event, data, id) => {
      const line = id === undefined ? '' : `id: ${id}\n`
      write(raw, `${line}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    },
    close: () => raw.end(),
  }
  const timer = setInterval(() => {
    write(raw, ': \n\n')
    beat(stream)
  }, HEARTBEAT)
  raw.once('close', () => {
    clearInterval(timer)
    closed()
  })
  return stream
}

function write(raw: ServerResponse, text: string): void {
  if (raw.destroyed || raw.writableEnded) return
  raw.write(text)
  if (raw.writableLength > SLOW_READER) raw.destroy()
}

/** Proxies must neither buffer nor rewrite a stream. */
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

/** Headers that hooks have set so far: hijacking would lose them. */
function known(reply: FastifyReply): Record<string, string> {
  const all = Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined)
  return Object.fromEntries(all.map(([name, value]) => [name, String(value)]))
}
