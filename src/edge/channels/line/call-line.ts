/** What came back of one call. */
export type LineAnswer = {
  /** 0: no answer at all, the call may or may not have counted. */
  readonly status: number
  /** Beginning of the body, for telling two kinds of refusal apart. Empty for a call that worked. */
  readonly why: string
  readonly retryAfter: number | null
  readonly json: () => unknown
}

export type CallLine = (call: {
  readonly method?: 'GET' | 'POST'
  readonly path: string
  readonly body?: unknown
  readonly retryKey?: string
  readonly until: AbortSignal
}) => Promise<LineAnswer>

/** Longest answer that is read: those that we want are a few hundred bytes. */
const LONGEST = 16_384

/**
 * Calls the Messaging API. LINE's own SDK cannot end a call that hangs, so its types are used and the
 * calls are made here. Never throws; follows no redirect, since the token goes along.
 */
export function lineCalls(base: string, token: string): CallLine {
  const origin = base.replace(/\/+$/, '')
  return async ({ method = 'POST', path, body, retryKey, until }) => {
    try {
      const answer = await fetch(`${origin}${path}`, {
        method,
        redirect: 'error',
        signal: until,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(retryKey === undefined ? {} : { 'x-line-retry-key': retryKey }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await readShort(answer)
      const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN)
      return {
        status: answer.status,
        why: answer.ok ? '' : text.slice(0, 500),
        retryAfter: Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : null,
        json: () => jsonOf(text),
      }
    } catch {
      return { status: 0, why: '', retryAfter: null, json: () => undefined }
    }
  }
}

/** An endless answer is left where it is; a body that breaks off does not undo the status. */
async function readShort({ body }: Response): Promise<string> {
  if (!body) return ''
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const part of body) {
      text += decoder.decode(part, { stream: true })
      if (text.length > LONGEST) return text.slice(0, LONGEST)
    }
  } catch {
    return text
  }
  return text
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
