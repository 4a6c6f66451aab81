import type { QueryClient } from '@tanstack/react-query'
import { createSignal } from '../../shared/signal.ts'
import { followServer } from './server-time.ts'
import { STREAM_EVENTS, type StreamEvent } from './stream-events.ts'

/** True while the house tells us what changes; otherwise everything is asked again every 15 s. */
export const isLive = createSignal(false)

/** Milliseconds between two questions while nothing is told. */
export const POLLING = 15_000

/** Milliseconds after which a stream that the house has refused is tried again. */
const AGAIN = 5_000

type Person = { readonly id: string; readonly name: string; readonly typing: boolean }

/** Who else looks at the open case. */
export const present = createSignal<readonly Person[]>([])

/**
 * Listens to the house, on one connection: also about one case, when one is open. What it says
 * carries no content; what changed is asked for again, with one's own right to see it.
 */
export function listen(queries: QueryClient, number: string | null): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let source = open()
  function open(): EventSource {
    const about = number === null ? '' : `?case=${encodeURIComponent(number)}`
    const stream = new EventSource(`/api/desk/stream${about}`)
    stream.onopen = () => isLive.set(true)
    stream.onerror = () => {
      isLive.set(false)
      if (stream.readyState !== EventSource.CLOSED) return
      timer = setTimeout(() => {
        source = open()
      }, AGAIN)
    }
    for (const name of STREAM_EVENTS) {
      stream.addEventListener(name, ({ data }) => hear(JSON.parse(String(data)), queries))
    }
    return stream
  }
  return () => {
    clearTimeout(timer)
    source.close()
    present.set([])
  }
}

function hear(event: StreamEvent, queries: QueryClient): void {
  if (event.type === 'presence') present.set(event.people)
  if (event.type === 'hello') followServer(event.now)
  // Somebody wrote in a talk of mine: the day says so.
  if (event.type === 'case') void queries.invalidateQueries({ queryKey: ['queue', 'today'] })
  const queryKey = keyOf(event)
  if (queryKey) void queries.invalidateQueries({ queryKey })
}

/** What an event makes us ask again; `hello` is about everything. */
function keyOf(event: StreamEvent): readonly string[] | null {
  switch (event.type) {
    case 'hello':
      return []
    case 'case':
      return ['case', event.number]
    case 'queue':
    case 'alerts':
    case 'notices':
      return [event.type]
    case 'presence':
      return null
    default:
      return event satisfies never
  }
}
