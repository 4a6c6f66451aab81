import { z } from 'zod'
import { Message } from './message.ts'

/** 9-digit code of a street office or 12-digit code of a residents' committee. */
const PlaceCode = z.string().regex(/^(\d{9}|\d{12})$/)

export const CLIENT_CHANNELS = ['web', 'terminal'] as const

export const StartChat = z.strictObject({
  preset: PlaceCode.optional().describe('Street or committee that the link or QR code belongs to.'),
  channel: z.enum(CLIENT_CHANNELS).optional().describe('web unless said otherwise.'),
  language: z
    .string()
    .max(20)
    .optional()
    .describe('zh-TW, en …; Chinese where it is not said, or not spoken here.'),
})

export const ChatStarted = z.strictObject({
  conversation: z.guid(),
  token: z.string().describe('Bearer token of this conversation. It is shown once.'),
  messages: z.array(Message).readonly(),
})

const MessageId = z.guid().describe('Made by the client. Sent again, the same reply comes back.')

export const SendMessage = z.union([
  z.strictObject({ id: MessageId, text: z.string() }),
  z.strictObject({ id: MessageId, option: z.string().min(1).max(200) }),
])

export type SendMessage = z.infer<typeof SendMessage>

export const Messages = z.strictObject({ messages: z.array(Message).readonly() })

export const SeenMessages = z.strictObject({
  seq: z.int().min(1).max(2_147_483_647).describe('Of the newest message on the screen.'),
})

export const Uploaded = z.strictObject({
  messages: z.array(Message).readonly(),
  kept: z.array(z.string()).readonly().describe('Ids of the files, each at /api/chat/files/{id}.'),
  refused: z
    .array(z.strictObject({ why: z.string(), message: z.string().describe('For people.') }))
    .readonly(),
})

export const AskResume = z.strictObject({
  number: z.string().max(40).describe('Number of the case.'),
  phone: z.string().max(40).describe('The phone number given in it.'),
})

export const ResumeAsked = z.strictObject({
  token: z.string().describe('Works once the code has been given with it.'),
})

export const ConfirmResume = z.strictObject({
  token: z.string().max(100),
  code: z.string().max(20).describe('Six digits, told to the client of the talk so far.'),
})

export const Resumed = z.strictObject({
  conversation: z.guid(),
  messages: z.array(Message).readonly(),
})

const talk = z
  .guid()
  .optional()
  .describe('The conversation that is meant. Refused when the caller speaks in another one by now.')

/** A page that was left open may show a talk that this browser no longer holds. */
export const Meant = z.strictObject({ talk })

/** Messages with a larger `seq` only. */
export const After = z.strictObject({
  talk,
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
})
