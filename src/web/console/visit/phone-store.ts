import type { AssessmentFormView } from '../../../core/contract/office/assessment.ts'
import type { VisitDraft } from './draft.ts'

/** What the phone keeps (IndexedDB): drafts, their photos, forms for the way, and who was here last. */
const STORES = ['drafts', 'photos', 'forms', 'meta'] as const

type Store = (typeof STORES)[number]

export type KeptForm = { readonly form: AssessmentFormView; readonly at: number }

let opening: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  opening ??= new Promise((done, failed) => {
    const asked = indexedDB.open('hearth-visit', 1)
    asked.onupgradeneeded = () => {
      for (const name of STORES) asked.result.createObjectStore(name)
    }
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => failed(asked.error)
  })
  return opening
}

/** One deed in a transaction of its own; done when it lies on the phone's disk. */
async function within<T>(
  store: Store,
  mode: IDBTransactionMode,
  deed: (at: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open()
  return new Promise((done, failed) => {
    const transaction = database.transaction(store, mode)
    const asked = deed(transaction.objectStore(store))
    transaction.oncomplete = () => done(asked.result)
    transaction.onabort = () => failed(transaction.error)
  })
}

const put = (store: Store, key: string, value: unknown) =>
  within(store, 'readwrite', (at) => at.put(value, key))
const take = <T>(store: Store, key: string) =>
  within(store, 'readonly', (at) => at.get(key) as IDBRequest<T | undefined>)
const drop = (store: Store, key: string) => within(store, 'readwrite', (at) => at.delete(key))

export const keepDraft = (draft: VisitDraft) => put('drafts', draft.id, draft)
export const readDraft = (id: string) => take<VisitDraft>('drafts', id)
export const allDrafts = () =>
  within('drafts', 'readonly', (at) => at.getAll() as IDBRequest<VisitDraft[]>)

export const keepPhoto = (id: string, photo: Blob) => put('photos', id, photo)
export const readPhoto = (id: string) => take<Blob>('photos', id)
export const dropPhoto = (id: string) => drop('photos', id)

export const keepForm = (number: string, kept: KeptForm) => put('forms', number, kept)
export const readForm = (number: string) => take<KeptForm>('forms', number)

/** Who was signed in last: without a network nobody can be asked. */
export const keepMe = (id: string) => put('meta', 'me', id)
export const readMe = () => take<string>('meta', 'me')

/** A visit that has arrived or was given up leaves nothing behind; its form goes when no draft needs it. */
export async function forget(draft: VisitDraft): Promise<void> {
  for (const { id } of draft.photos) await dropPhoto(id)
  await drop('drafts', draft.id)
  const left = await allDrafts()
  if (!left.some(({ number }) => number === draft.number)) await drop('forms', draft.number)
}
