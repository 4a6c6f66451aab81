import type { ChannelSink } from '../../../work/ports/channel.ts'
import type { Sent } from '../../../work/ports/sender.ts'
import type { Api } from '../../wechat/call-api.ts'
import type { Part } from '../../wechat/send-parts.ts'
import { uploadMedia } from '../../wechat/upload-media.ts'
import { outcomeOf } from './outcome-of.ts'

/** Whom a customer service message goes to. */
export type SendTo = { readonly user: string; readonly conversation: string }

/** One customer service message (客服消息). Never throws. */
export async function sendPart(
  api: Api,
  open: ChannelSink['open'],
  { user, conversation }: SendTo,
  part: Part,
  signal: AbortSignal,
): Promise<Sent> {
  const send = async (message: Readonly<Record<string, unknown>>) =>
    outcomeOf(await api.post('/cgi-bin/message/custom/send', { touser: user, ...message }, signal))
  if (part.kind === 'words') return send({ msgtype: 'text', text: { content: part.text } })
  const file = await open(conversation, part.file)
  // The platform takes pictures here, no papers.
  if (!file?.type.startsWith('image/')) return { status: 'undeliverable', why: 'invalid' }
  const media = await uploadMedia(api, 'image', file, signal)
  if (typeof media === 'string') return send({ msgtype: 'image', image: { media_id: media } })
  // An upload that is in doubt is nothing that anybody sees.
  return media.status === 'unknown' ? { status: 'retry', why: 'timeout' } : outcomeOf(media)
}
