import type { Incoming } from '../../../core/events/incoming.ts'
import type { WechatMessage } from './puppet.ts'

/** Numbers of the puppet protocol (wechaty-puppet, types.Message), which never change. */
const TYPE = {
  attachment: 1,
  audio: 2,
  emoticon: 5,
  image: 6,
  text: 7,
  location: 8,
  recalled: 13,
  url: 14,
  video: 15,
} as const

const MEDIA: Readonly<Record<number, 'file' | 'audio' | 'image' | 'video' | undefined>> = {
  [TYPE.attachment]: 'file',
  [TYPE.audio]: 'audio',
  [TYPE.image]: 'image',
  [TYPE.video]: 'video',
}

/** WeChat's own lines to who writes to somebody that deleted or blocked the account (开启了朋友验证, 被对方拒收). */
const REFUSED =
  /^(?:.{1,32}开启了(?:朋友|好友)验证，你还不是他（她）(?:朋友|好友).*|消息已发出，但被对方拒收了。?)$/u

/** Whether this is WeChat saying that our messages are refused: it comes in the resident's place. */
export const isRefusal = ({ type, text = '' }: WechatMessage): boolean =>
  !(type in MEDIA) && text.length < 120 && REFUSED.test(text.trim())

/** What a message says; null for what the house has no use for: transfers of money, cards, games. */
export function readMessage({ type, id, text = '' }: WechatMessage): Incoming | null {
  const media = MEDIA[type]
  if (media) return { kind: 'media', media, count: 1, fetch: [id] }
  switch (type) {
    case TYPE.text:
      return text.trim() === '' ? null : { kind: 'text', text }
    case TYPE.emoticon:
      return { kind: 'media', media: 'sticker', count: 1 }
    case TYPE.location:
    case TYPE.url: {
      const words = wordsIn(text)
      return words === '' ? null : { kind: 'text', text: words }
    }
    case TYPE.recalled:
      return ID.test(text) ? { kind: 'unsent', externalId: text } : null
    default:
      return null
  }
}

const ID = /^[\w.:@-]{1,128}$/

/** A place in XML has some hundred characters; of a flood only the beginning is looked at. */
const LONGEST = 10_000

/** Gateways hand on places and links as WeChat's XML: the names in it, not the tags. */
function wordsIn(text: string): string {
  if (!text.trimStart().startsWith('<')) return text.trim()
  const words = [
    ...text
      .slice(0, LONGEST)
      .matchAll(/\b(?:label|poiname)="([^"]{1,200})"|<title>([^<]{1,200})</g),
  ]
  return words
    .map(([, attribute, title]) => attribute ?? title ?? '')
    .join(' ')
    .trim()
}
