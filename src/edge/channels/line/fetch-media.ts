import { FILE_LIMIT } from '../../../core/contract/limits.ts'
import { SECOND } from '../../../core/time.ts'

export type FetchMedia = (message: string) => Promise<Uint8Array | 'gone' | 'later'>

/** The largest picture that is kept (5 MB) over a line of 3 Mbit/s. */
const PATIENCE = 14 * SECOND

/**
 * Bytes of a picture, recording or file from LINE's data host. 202: a recording is still being
 * prepared. LINE deletes contents after some time that it does not tell: then it is gone.
 */
export function mediaFetcher(base: string, token: string): FetchMedia {
  const origin = base.replace(/\/+$/, '')
  return async (message) => {
    const signal = AbortSignal.timeout(PATIENCE)
    try {
      const answer = await fetch(
        `${origin}/v2/bot/message/${encodeURIComponent(message)}/content`,
        { redirect: 'error', signal, headers: { authorization: `Bearer ${token}` } },
      )
      if (answer.status === 200) return await readUpTo(answer, FILE_LIMIT)
      await answer.body?.cancel()
      return GONE.has(answer.status) ? 'gone' : 'later'
    } catch {
      return 'later'
    }
  }
}

/** 400: no such message, or one without content. A refused token (401) may be changed tomorrow. */
const GONE: ReadonlySet<number> = new Set([400, 404, 410])

/** One byte more than is allowed tells that it is too large: the file store says so in its own words. */
async function readUpTo({ body }: Response, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    parts.push(part)
    size += part.length
    if (size > most) break
  }
  return Buffer.concat(parts).subarray(0, most + 1)
}
