import type { ChannelSink, Webhook, WebhookAnswer } from '../../../work/ports/channel.ts'
import { openEcho, openSealed } from '../../wechat/callback.ts'
import type { EnvelopeKey } from '../../wechat/envelope.ts'
import { KF_LIMITS } from './limits.ts'

export type Bell = {
  readonly token: string
  readonly key: EnvelopeKey
  readonly sink: Pick<ChannelSink, 'report'>
  /** Reads what there is; the token is good for ten minutes. */
  readonly ring: (account: string, token: string) => Promise<void>
}

/** The address is registered: what was sealed is sent back open. */
export function answerCheck({ token, key }: Bell, webhook: Webhook): WebhookAnswer {
  const echo = openEcho(token, key, webhook)
  if (echo === null) return { status: 403 }
  return { status: 200, body: { type: 'text/plain', text: echo } }
}

/**
 * The bell (kf_msg_or_event) brings no message, only that there are some. Heard when they are durable, or
 * being read; when they could not be read, the platform is to ring again. Never throws.
 */
export async function answerBell(bell: Bell, webhook: Webhook): Promise<WebhookAnswer> {
  const fields = openSealed(bell.token, bell.key, webhook)
  if (typeof fields === 'string') {
    bell.sink.report(`wecom_kf_${fields}`, { bytes: webhook.body.length })
    return { status: fields === 'unsigned' ? 403 : 400 }
  }
  const account = fields.get('OpenKfId') ?? ''
  if (fields.get('Event') !== 'kf_msg_or_event' || account === '') return HEARD
  const reading = bell.ring(account, fields.get('Token') ?? '').then(
    () => true,
    () => false,
  )
  return (await inTime(reading)) ? HEARD : { status: 500 }
}

const HEARD: WebhookAnswer = { status: 200, body: { type: 'text/plain', text: 'success' } }

/** True as well when it is still going on: then the house comes back to it by itself. */
async function inTime(reading: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, KF_LIMITS.bell, true)
  })
  return Promise.race([reading, late]).finally(() => clearTimeout(timer))
}
