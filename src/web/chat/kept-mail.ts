/** Files on their way: kept on the phone until the house has them, so that a reload loses none. */
export type Mail = {
  readonly id: string
  readonly files: readonly Blob[]
  /** The key of what is being sent, for the line that says so. */
  readonly what: string
  /** When it was put away, in milliseconds. */
  readonly at: number
}

const BASE = 'hearth'
const STORE = 'mail'

/** A day without network is long; papers of a person do not lie in a phone for longer. */
const KEPT = 24 * 60 * 60 * 1_000

/** Ten messages, 30 MB together: more waits in the page's own memory, as without storage. */
const MOST = 10
const MOST_BYTES = 30_000_000

/** Puts a message of files away, where there is room. */
export async function keepMail(mail: Mail): Promise<void> {
  const others = await keptMail()
  const bytes = [...others, mail].flatMap(({ files }) => files).reduce((sum, f) => sum + f.size, 0)
  if (others.length >= MOST || bytes > MOST_BYTES) return
  await inStore('readwrite', (store) => store.put(mail))
}

export const dropMail = (id: string): Promise<unknown> =>
  inStore('readwrite', (store) => store.delete(id))

/** What still waits, the oldest first. What waited too long is dropped unsent. */
export async function keptMail(): Promise<readonly Mail[]> {
  const all = (await inStore<Mail[]>('readonly', (store) => store.getAll())) ?? []
  const old = all.filter(({ at }) => Date.now() - at > KEPT)
  for (const { id } of old) void dropMail(id)
  return all.filter((mail) => !old.includes(mail)).sort((a, b) => a.at - b.at)
}

/** Undefined where the browser keeps nothing (private windows): the page's memory has to do. */
function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest,
): Promise<T | undefined> {
  return new Promise((done) => {
    const nothing = () => done(undefined)
    try {
      const opening = indexedDB.open(BASE, 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'id' })
      opening.onerror = nothing
      opening.onsuccess = () => {
        const base = opening.result
        const request = act(base.transaction(STORE, mode).objectStore(STORE))
        request.onsuccess = () => done(request.result)
        request.onerror = nothing
        base.close()
      }
    } catch {
      nothing()
    }
  })
}

/** Nothing of it stays on a phone that forgets. */
export function forgetMail(): void {
  try {
    indexedDB.deleteDatabase(BASE)
  } catch {
    // Nothing was kept.
  }
}
