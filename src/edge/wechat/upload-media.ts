import type { Api, ApiAnswer } from './call-api.ts'

export type UploadKind = 'image' | 'file'

/** Hands a file of the house to the platform (新增临时素材); gives its id there. Never throws. */
export async function uploadMedia(
  api: Api,
  kind: UploadKind,
  { type, bytes }: { readonly type: string; readonly bytes: Uint8Array },
  signal: AbortSignal,
): Promise<string | ApiAnswer> {
  const form = new FormData()
  const name = `${kind}.${EXTENSIONS[type] ?? 'bin'}`
  form.set('media', new File([Buffer.from(bytes)], name, { type }))
  const answer = await api.post(`/cgi-bin/media/upload?type=${kind}`, form, signal)
  if (answer.status !== 'answered' || answer.code !== 0) return answer
  const { media_id: id } = answer.body
  return typeof id === 'string' ? id : { status: 'unknown' }
}

/** Platforms tell a file's kind by its name. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
}
