import { z } from 'zod'
import type { Incoming } from '../../../core/events/incoming.ts'

type LineMessage = { readonly type: string; readonly id: string; readonly [field: string]: unknown }

const Provider = z.object({ contentProvider: z.object({ type: z.string() }).optional() })

const Place = z
  .object({ title: z.string(), address: z.string(), latitude: z.number(), longitude: z.number() })
  .partial()

/** What a message object of LINE says; null for kinds that the house does not know. */
export function readMessage(message: LineMessage): Incoming | null {
  switch (message.type) {
    case 'text':
      return textOf(message.text)
    case 'location':
      return textOf(placeText(message))
    case 'sticker':
      // Stickers may carry words of the sender's own.
      return textOf(message.text) ?? { kind: 'media', media: 'sticker', count: 1 }
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return mediaOf(message.type, message)
    default:
      return null
  }
}

function textOf(text: unknown): Incoming | null {
  return typeof text === 'string' && text.trim() !== '' ? { kind: 'text', text } : null
}

/** What lies with LINE is fetched later by the message's id; what lies elsewhere stays there. */
function mediaOf(media: 'image' | 'audio' | 'video' | 'file', message: LineMessage): Incoming {
  const { data } = Provider.safeParse(message)
  const isElsewhere = data?.contentProvider?.type === 'external'
  return { kind: 'media', media, count: 1, ...(isElsewhere ? {} : { fetch: [message.id] }) }
}

/** An address as one would write it; a bare point on the map is better than nothing. */
function placeText(message: LineMessage): string | null {
  const { data } = Place.safeParse(message)
  if (!data) return null
  const words = [data.address, data.title].filter((word) => word?.trim())
  if (words.length > 0) return words.join(' ')
  return data.latitude === undefined ? null : `${data.latitude},${data.longitude}`
}
