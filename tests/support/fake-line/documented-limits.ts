type Fields = { readonly [name: string]: unknown }

/**
 * Limits that LINE's reference tells in words, and those of its schemas that matter most: checked on
 * every message, whether the schemas are at hand or not.
 */
export function brokenLimits(messages: unknown): readonly string[] {
  if (!Array.isArray(messages)) return ['messages: no list']
  const wrong = messages.length < 1 || messages.length > 5 ? ['messages: 1 to 5'] : []
  return [...wrong, ...messages.flatMap((message, at) => inMessage(message as Fields, at))]
}

function inMessage(message: Fields, at: number): readonly string[] {
  const place = `messages[${at}]`
  const items = ((message.quickReply as Fields)?.items ?? []) as readonly Fields[]
  const chips = items.length > 13 ? [`${place}.quickReply.items: at most 13`] : []
  return [...chips, ...items.flatMap((item) => inAction(item, place)), ...inContent(message, place)]
}

function inContent(message: Fields, place: string): readonly string[] {
  switch (message.type) {
    case 'text':
      return isText(message.text, 5_000) ? [] : [`${place}.text: 1 to 5000`]
    case 'image':
      return ['originalContentUrl', 'previewImageUrl'].flatMap((name) =>
        isPublic(message[name]) ? [] : [`${place}.${name}: https, at most 2000`],
      )
    default:
      return [`${place}.type: not one that the house sends`]
  }
}

function inAction(item: Fields, place: string): readonly string[] {
  const action = (item.action ?? {}) as Fields
  const wrong = []
  if (item.type !== 'action') wrong.push(`${place}.quickReply.items.type`)
  if (action.type !== 'postback') wrong.push(`${place}.action.type`)
  if (!isText(action.label, 20)) wrong.push(`${place}.action.label: 1 to 20`)
  if (!isText(action.data, 300)) wrong.push(`${place}.action.data: 1 to 300`)
  if (!isText(action.displayText, 300)) wrong.push(`${place}.action.displayText: 1 to 300`)
  return wrong
}

/** In UTF-16 units, as LINE counts. */
const isText = (text: unknown, most: number) =>
  typeof text === 'string' && text.trim() !== '' && text.length <= most

const isPublic = (url: unknown) =>
  typeof url === 'string' && url.startsWith('https://') && url.length <= 2_000
