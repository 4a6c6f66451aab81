import { createHmac, timingSafeEqual } from 'node:crypto'
import { DAY, type Instant } from '../../../core/time.ts'
import type { ChannelSink, WebhookRoute } from '../../../work/ports/channel.ts'

const FILES_PATH = '/webhooks/line/files'

/** People open a picture when somebody helps them with the phone: a week, then the desk sends it anew. */
const GOOD_FOR = 7 * DAY

/** Addresses of single files for LINE's servers and the resident's phone, which cannot sign in. */
export type FileLinks = {
  readonly linkOf: (conversation: string, file: string, now: Instant) => string
  readonly route: WebhookRoute
}

/**
 * A link opens one file of one conversation for a week. Who has it can see the file, as with any
 * picture in LINE; nobody can make one without the channel secret.
 */
export function openFileLinks(
  publicUrl: string,
  secrets: readonly string[],
  sink: Pick<ChannelSink, 'open' | 'now'>,
): FileLinks {
  const base = `${publicUrl.replace(/\/+$/, '')}${FILES_PATH}`
  const [secret = ''] = secrets
  return {
    linkOf: (conversation, file, now) => {
      const until = String(now + GOOD_FOR)
      const query = { c: conversation, f: file, u: until }
      const s = signature(secret, conversation, file, until).toString('base64url')
      return `${base}?${new URLSearchParams({ ...query, s })}`
    },
    route: {
      method: 'GET',
      path: FILES_PATH,
      most: 0,
      answer: async ({ query: { c = '', f = '', u = '', s = '' } }) => {
        const given = Buffer.from(s, 'base64url')
        const fits = secrets.some((each) => isSame(given, signature(each, c, f, u)))
        if (!fits || sink.now() > Number(u)) return { status: 404 }
        const found = await sink.open(c, f)
        return found
          ? { status: 200, body: { type: found.type, text: found.bytes } }
          : { status: 404 }
      },
    },
  }
}

/** JSON keeps the three apart. The word in front: the same secret signs webhooks, never these. */
function signature(secret: string, ...parts: readonly string[]): Buffer {
  return createHmac('sha256', secret)
    .update(`file ${JSON.stringify(parts)}`)
    .digest()
}

const isSame = (one: Buffer, other: Buffer) =>
  one.length === other.length && timingSafeEqual(one, other)
