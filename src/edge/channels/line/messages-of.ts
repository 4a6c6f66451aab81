import type { messagingApi } from '@line/bot-sdk'
import type { Rendered } from '../../../core/contract/channel/capabilities.ts'
import type { SentMedia } from '../../../core/events/sent-media.ts'
import type { LineTexts } from './parts.ts'

type Message = messagingApi.Message

/** LINE shows pictures that lie behind an https address of ours; everything else becomes a link. */
export type Attached = {
  readonly kind: SentMedia['kind']
  /** Null in a house without a public address. */
  readonly link: string | null
}

/** Message objects of one rendered message: its files, its words, its options below the last. */
export function messagesOf(
  { text, options }: Rendered,
  files: readonly Attached[],
  texts: LineTexts,
): readonly Message[] {
  const shown = files.map((file) => fileOf(file, texts))
  const words: Message[] = text.trim() === '' ? [] : [{ type: 'text', text }]
  const messages = [...shown, ...words]
  const last = messages.at(-1)
  if (!last || options.length === 0) return messages
  return [...messages.slice(0, -1), { ...last, quickReply: { items: options.map(chipOf) } }]
}

function fileOf({ kind, link }: Attached, texts: LineTexts): Message {
  if (link === null) return { type: 'text', text: texts.fileAsk }
  if (kind === 'image' && link.startsWith('https:'))
    return { type: 'image', originalContentUrl: link, previewImageUrl: link }
  return { type: 'text', text: texts.fileLink.replace('{link}', link) }
}

/** A tap comes back as a postback with the option's id, and reads in the chat like a sentence. */
function chipOf({ id, label }: Rendered['options'][number]): messagingApi.QuickReplyItem {
  return {
    type: 'action',
    action: { type: 'postback', label, data: id, displayText: label },
  }
}
