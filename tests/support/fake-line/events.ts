import { randomBytes } from 'node:crypto'

type Extra = Readonly<Record<string, unknown>>

export const aUser = () => `U${randomBytes(16).toString('hex')}`

const anId = () => randomBytes(13).toString('hex').toUpperCase()

let clock = 0

/** What all events have; times grow with every event, as they do at LINE. */
export function anEvent(type: string, source: Extra, rest: Extra = {}) {
  clock = Math.max(clock + 1, Date.now())
  return {
    type,
    mode: 'active',
    timestamp: clock,
    source,
    webhookEventId: anId(),
    deliveryContext: { isRedelivery: false },
    ...rest,
  }
}

const person = (user: string) => ({ type: 'user', userId: user })

const messageId = () => String(BigInt(`0x${randomBytes(7).toString('hex')}`))

export function aText(user: string, text: string, rest: Extra = {}) {
  const message = { type: 'text', id: messageId(), text, quoteToken: 'quote' }
  return { ...anEvent('message', person(user), rest), message }
}

export function aMessage(user: string, type: string, fields: Extra, rest: Extra = {}) {
  const message = { type, id: messageId(), quoteToken: 'quote', ...fields }
  return { ...anEvent('message', person(user), rest), message }
}

export function aTap(user: string, data: string, rest: Extra = {}) {
  return anEvent('postback', person(user), { postback: { data }, ...rest })
}

export function aFollow(user: string, rest: Extra = {}) {
  return anEvent('follow', person(user), { follow: { isUnblocked: false }, ...rest })
}

export const anUnfollow = (user: string, rest: Extra = {}) =>
  anEvent('unfollow', person(user), rest)

export const anUnsend = (user: string, message: string) =>
  anEvent('unsend', person(user), { unsend: { messageId: message } })

export const inGroup = (group: string, user: string) => ({
  type: 'group',
  groupId: group,
  userId: user,
})
