import type { Trouble } from '../../../core/contract/trouble.ts'
import { createSignal } from '../signal.ts'
import { has, say } from '../texts.ts'

/** A call that did not succeed. Status 0 = the house was not reached. */
export type Failure = Error & { readonly status: number; readonly trouble: Trouble }

/** Milliseconds after which a call counts as not answered; the house answers in well under one. */
const PATIENCE = 20_000

/** The same for files: the house gives up after ninety seconds. */
const FILE_PATIENCE = 95_000

/** True from the first answer 401 until somebody has signed in again. */
export const signedOut = createSignal(false)

/** True while the house does not answer. */
export const unreachable = createSignal(false)

/** Proof that a call is from our own page; changes with each sign-in. */
export const csrf = createSignal('')

export const isFailure = (error: unknown): error is Failure =>
  error instanceof Error && 'trouble' in error

/** The sentence for people of whatever went wrong: the console's own, else the house's. */
export function sentenceOf(error: unknown): string {
  if (!isFailure(error)) return say('trouble.internal')
  const { code, message, by = '' } = error.trouble
  return has(`trouble.${code}`) ? say(`trouble.${code}`, { by }) : message
}

export const get = <T>(path: string): Promise<T> => call<T>('GET', path)

export const post = <T = void>(path: string, body: object = {}): Promise<T> =>
  call<T>('POST', path, body)

export const put = <T = void>(path: string, body: object): Promise<T> => call<T>('PUT', path, body)

/** A form with files: they may take their time on a poor line. */
export const send = <T>(path: string, form: FormData): Promise<T> => call<T>('POST', path, form)

export const remove = <T = void>(path: string): Promise<T> => call<T>('DELETE', path, {})

async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await reach(method, path, body)
  unreachable.set(answer.status >= 502)
  if (answer.ok) return answer.status === 204 ? (undefined as T) : ((await answer.json()) as T)
  if (answer.status === 401) signedOut.set(true)
  throw failure(answer.status, await troubleOf(answer))
}

async function reach(method: string, path: string, body?: object): Promise<Response> {
  const isForm = body instanceof FormData
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), isForm ? FILE_PATIENCE : PATIENCE)
  try {
    return await fetch(path, {
      method,
      signal: stop.signal,
      headers: {
        accept: 'application/json',
        ...(body && { 'x-csrf-token': csrf.get() }),
        ...(body && !isForm && { 'content-type': 'application/json' }),
      },
      ...(body && { body: isForm ? body : JSON.stringify(body) }),
    })
  } catch {
    unreachable.set(true)
    throw failure(0, { code: 'unreachable', message: say('trouble.unreachable') })
  } finally {
    clearTimeout(timer)
  }
}

/** A gateway in between may answer with a page of its own. */
async function troubleOf(answer: Response): Promise<Trouble> {
  const fallback = { code: 'internal', message: say('trouble.internal') }
  const found = (await answer.json().catch(() => fallback)) as Partial<Trouble>
  return { ...fallback, ...found }
}

function failure(status: number, trouble: Trouble): Failure {
  return Object.assign(new Error(trouble.code), { status, trouble })
}
