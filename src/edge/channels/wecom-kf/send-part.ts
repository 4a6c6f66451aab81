import { createHash } from 'node:crypto'
import type { ChannelSink } from '../../../work/ports/channel.ts'
import type { ApiAnswer, ApiBody } from '../../wechat/call-api.ts'
import type { Part } from '../../wechat/send-parts.ts'

/** What the platform is told to show: its type and content. */
export type KfContent = Readonly<Record<string, unknown>> & { readonly msgtype: string }

export function wordsOf({ text, options }: Extract<Part, { kind: 'words' }>): KfContent {
  if (options.length === 0) return { msgtype: 'text', text: { content: text } }
  const list = options.map(({ id, label }) => ({ type: 'click', click: { id, content: label } }))
  return { msgtype: 'msgmenu', msgmenu: { head_content: text, list } }
}

type File = Awaited<ReturnType<ChannelSink['open']>>

/** Null: there is no such file, or the platform does not take its kind. */
export async function fileOf(
  file: File,
  upload: (kind: 'image' | 'file', file: NonNullable<File>) => Promise<string | ApiAnswer>,
): Promise<KfContent | ApiAnswer | null> {
  if (!file) return null
  const kind = file.type.startsWith('image/') ? 'image' : 'file'
  const media = await upload(kind, file)
  return typeof media === 'string' ? { msgtype: kind, [kind]: { media_id: media } } : media
}

export function isContent(of: KfContent | ApiAnswer): of is KfContent {
  return 'msgtype' in of
}

/** The platform's idempotency key: 32 of [0-9a-zA-Z_-], the same for the same part for ever. */
export function msgidOf(key: string, nth: number): string {
  if (nth === 0) return key.replaceAll('-', '').slice(0, 32)
  return createHash('sha256').update(`${key}/${nth}`).digest('hex').slice(0, 32)
}

/** The message whose first part went out under this msgid; null for none of ours, or a later part. */
export function keyOf(msgid: string): string | null {
  if (!/^[0-9a-f]{32}$/.test(msgid)) return null
  const cuts = [msgid.slice(0, 8), msgid.slice(8, 12), msgid.slice(12, 16), msgid.slice(16, 20)]
  return [...cuts, msgid.slice(20)].join('-')
}

export function messageOf(
  account: string,
  user: string,
  msgid: string,
  content: KfContent,
): ApiBody {
  return { touser: user, open_kfid: account, msgid, ...content }
}
