import type { Message } from '../../core/contract/message.ts'
import type { Trouble } from '../../core/contract/trouble.ts'
import { uuid } from '../shared/uuid.ts'
import { addressOf } from './address.ts'
import type { Parcel, Words } from './words.ts'

export type OutboxEvents = {
  readonly sending: () => void
  readonly retrying: () => void
  readonly sent: (messages: readonly Message[]) => void
  readonly refused: (parcel: Parcel, why: Trouble) => void
}

const STORE = 'hearth-outbox'

/** Milliseconds before the first new try; doubles up to the most. */
const WAIT = 1_000
const WAIT_MOST = 15_000

/** Sends one parcel after the other, again and again with the same id until the server has it. */
export function createOutbox(events: OutboxEvents) {
  const parcels: Parcel[] = stored()
  const restored = new Set(parcels.map(({ id }) => id))
  let busy = false
  let wait = WAIT
  let timer: ReturnType<typeof setTimeout> | undefined

  const run = async () => {
    clearTimeout(timer)
    if (busy) return
    busy = true
    for (let parcel = parcels[0]; parcel; parcel = parcels[0]) {
      if (!(await send(parcel))) break
      wait = WAIT
      parcels.shift()
      store(parcels)
      // The page was loaded with this one under way: the log on it may have it already.
      if (restored.delete(parcel.id)) location.reload()
    }
    busy = false
  }

  const later = (seconds?: number) => {
    events.retrying()
    timer = setTimeout(run, seconds ? seconds * 1_000 : wait)
    wait = Math.min(wait * 2, WAIT_MOST)
    return false
  }

  const send = async (parcel: Parcel): Promise<boolean> => {
    events.sending()
    const answer = await post(parcel).catch(() => null)
    if (!answer || answer.status >= 500) return later()
    if (answer.status === 429) return later(Number(answer.headers.get('retry-after')))
    const body: unknown = await answer.json().catch(() => null)
    if (body === null) return later()
    if (answer.ok) events.sent((body as { messages: Message[] }).messages)
    else events.refused(parcel, body as Trouble)
    return true
  }

  addEventListener('online', run)
  if (parcels.length > 0) void run()
  return {
    waiting: (): readonly Parcel[] => parcels,
    put: (words: Words, shown: string) => {
      parcels.push({ id: uuid(), words, shown })
      store(parcels)
      void run()
    },
  }
}

const post = ({ id, words }: Parcel) =>
  fetch(addressOf('/api/chat/messages'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, ...words }),
  })

/** Kept in this tab only, so that a reload loses nothing and a shared phone keeps nothing. */
function stored(): Parcel[] {
  try {
    return JSON.parse(sessionStorage.getItem(STORE) ?? '[]')
  } catch {
    return []
  }
}

function store(parcels: readonly Parcel[]): void {
  try {
    sessionStorage.setItem(STORE, JSON.stringify(parcels))
  } catch {
    // No storage, or full: the tab's memory has to do.
  }
}
