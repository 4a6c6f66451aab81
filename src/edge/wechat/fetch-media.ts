import { FILE_LIMIT } from '../../core/contract/limits.ts'
import { SECOND } from '../../core/time.ts'
import type { Api } from './call-api.ts'

/** invalid media_id, media data missing (返回码): kept for three days by the platforms, then gone. */
const GONE = [40007, 41004, 43001, 46001]
/** A job waits for it, not a person. */
const PATIENCE = 14 * SECOND

/** The bytes of a picture or recording that a resident sent (获取临时素材). Never throws. */
export async function fetchMedia(api: Api, media: string): Promise<Uint8Array | 'gone' | 'later'> {
  const path = `/cgi-bin/media/get?media_id=${encodeURIComponent(media)}`
  const answer = await api.download(path, FILE_LIMIT, AbortSignal.timeout(PATIENCE))
  if (answer instanceof Uint8Array) return answer
  return answer.status === 'answered' && GONE.includes(answer.code) ? 'gone' : 'later'
}
