import type { Message } from '../../core/contract/message.ts'
import type { Trouble } from '../../core/contract/trouble.ts'
import { addressOf } from './address.ts'

/** What a message of files came to. `refused` has sentences for people. */
export type Uploaded = {
  readonly messages: readonly Message[]
  readonly refused: readonly { readonly message: string }[]
  /** The talk is not this browser's any more. */
  readonly lost?: boolean
}

export type UploadEvents = {
  readonly progress: (percent: number) => void
  readonly retrying: () => void
}

/** Milliseconds before the first new try; doubles up to the most. */
const WAIT = 2_000
const WAIT_MOST = 20_000

/**
 * Sends files as one message, again and again with the same id until the house has it: sent twice,
 * it is heard once. (XMLHttpRequest, because fetch does not tell how far it is.)
 */
export async function upload(
  id: string,
  files: readonly Blob[],
  events: UploadEvents,
): Promise<Uploaded> {
  for (let wait = WAIT; ; wait = Math.min(wait * 2, WAIT_MOST)) {
    const answer = await post(id, files, events.progress)
    if (answer) return answer
    events.retrying()
    await new Promise((go) => {
      setTimeout(go, wait)
      addEventListener('online', go, { once: true })
    })
  }
}

/** Null = try again: no network, too many at once, or a fault of ours. */
function post(
  id: string,
  files: readonly Blob[],
  progress: UploadEvents['progress'],
): Promise<Uploaded | null> {
  const form = new FormData()
  form.append('id', id)
  for (const file of files) form.append('files', file, 'file')
  return new Promise((done) => {
    const request = new XMLHttpRequest()
    request.open('POST', addressOf('/api/chat/files'))
    request.upload.onprogress = ({ loaded, total }) => progress(Math.round((loaded / total) * 100))
    request.onerror = () => done(null)
    request.onload = () => done(readAnswer(request))
    request.send(form)
  })
}

function readAnswer({ status, responseText }: XMLHttpRequest): Uploaded | null {
  if (status >= 500 || status === 429) return null
  try {
    const body: unknown = JSON.parse(responseText)
    if (status === 200) return body as Uploaded
    return { messages: [], refused: [body as Trouble], lost: status === 401 }
  } catch {
    return null
  }
}
