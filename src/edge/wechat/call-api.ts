import { SECOND } from '../../core/time.ts'
import type { AccessTokens } from './access-token.ts'

/** The body of an answer: JSON with an `errcode`, which is 0 or absent when all went well. */
export type ApiBody = Readonly<Record<string, unknown>>

export type ApiAnswer =
  | { readonly status: 'answered'; readonly code: number; readonly body: ApiBody }
  /** No connection was made, or no token to be had: nothing was accepted. */
  | { readonly status: 'not_sent'; readonly why: 'down' | 'credentials' }
  /** It went silent, or answered nonsense: it may have been accepted. */
  | { readonly status: 'unknown' }

export type Api = {
  /** POST with JSON, or with a form; a token that is refused is renewed once. Never throws. */
  readonly post: (path: string, body: ApiBody | FormData, signal: AbortSignal) => Promise<ApiAnswer>
  /** Bytes of a file; an answer in JSON is an error of the platform. */
  readonly download: (
    path: string,
    most: number,
    signal: AbortSignal,
  ) => Promise<Uint8Array | ApiAnswer>
}

/** A caller has to end within 5 s. */
export const PATIENCE = 4.5 * SECOND

/** invalid credential, invalid access_token, access_token expired (返回码): with a new token it may work. */
const TOKEN_CODES = [40001, 40014, 42001]
/** An answer has a few hundred bytes; a page of 1,000 messages some hundred kilobytes. */
const LONGEST = 8 * 1024 * 1024

export function openApi(baseUrl: string, tokens: AccessTokens): Api {
  const base = baseUrl.replace(/\/+$/, '')
  const withToken = async <T>(
    path: string,
    call: (url: string) => Promise<T | ApiAnswer>,
  ): Promise<T | ApiAnswer> => {
    for (let tried = 0; ; tried++) {
      const token = await tokens.get()
      if (token === null) return { status: 'not_sent', why: 'credentials' }
      const sign = path.includes('?') ? '&' : '?'
      const answer = await call(`${base}${path}${sign}access_token=${encodeURIComponent(token)}`)
      if (!isRefusedToken(answer)) return answer
      tokens.refused(token)
      if (tried > 0) return { status: 'not_sent', why: 'credentials' }
    }
  }
  return {
    post: (path, body, signal) => withToken(path, (url) => askJson(url, signal, body)),
    download: (path, most, signal) => withToken(path, (url) => fetchBytes(url, most, signal)),
  }
}

/** One call without a token; `body` absent: GET. Never throws. */
export async function askJson(
  url: string,
  signal: AbortSignal,
  body?: ApiBody | FormData,
): Promise<ApiAnswer> {
  // What waited too long before is surely not sent.
  if (signal.aborted) return { status: 'not_sent', why: 'down' }
  try {
    const answer = await fetch(url, { ...requestOf(body), redirect: 'error', signal })
    const text = new TextDecoder().decode(await readShort(answer, LONGEST))
    return answer.ok ? answerOf(text) : { status: 'unknown' }
  } catch (error) {
    return wasSent(error) ? { status: 'unknown' } : { status: 'not_sent', why: 'down' }
  }
}

function requestOf(body: ApiBody | FormData | undefined): RequestInit {
  if (body === undefined) return {}
  if (body instanceof FormData) return { method: 'POST', body }
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  return { method: 'POST', headers, body: JSON.stringify(body) }
}

async function fetchBytes(
  url: string,
  most: number,
  signal: AbortSignal,
): Promise<Uint8Array | ApiAnswer> {
  try {
    const answer = await fetch(url, { redirect: 'error', signal })
    const bytes = await readShort(answer, most)
    const isJson = /json|text\/plain/.test(answer.headers.get('content-type') ?? '')
    if (answer.ok && !isJson) return bytes
    return answer.ok ? answerOf(new TextDecoder().decode(bytes)) : { status: 'unknown' }
  } catch {
    return { status: 'unknown' }
  }
}

function answerOf(text: string): ApiAnswer {
  const body = parsed(text)
  if (body === null) return { status: 'unknown' }
  const { errcode: code = 0 } = body
  return typeof code === 'number' ? { status: 'answered', code, body } : { status: 'unknown' }
}

function parsed(text: string): ApiBody | null {
  try {
    const value: unknown = JSON.parse(text)
    return value && typeof value === 'object' && !Array.isArray(value) ? (value as ApiBody) : null
  } catch {
    return null
  }
}

/** An endless answer is left where it is. */
async function readShort({ body }: Response, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body ?? []) {
    parts.push(part)
    length += part.length
    if (length > most) throw new Error('too long')
  }
  return Buffer.concat(parts)
}

function isRefusedToken(answer: unknown): boolean {
  const { status, code } = answer as { status?: unknown; code?: unknown }
  return status === 'answered' && TOKEN_CODES.includes(Number(code))
}

/** Errors of undici that come before the first byte leaves. */
const BEFORE =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/

function wasSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return !BEFORE.test(code)
}
