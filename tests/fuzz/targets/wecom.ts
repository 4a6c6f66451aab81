import { decode } from '../../../src/edge/channels/wecom-kf/decode.ts'
import type { Target } from '../fuzz.ts'

const NOW = Date.parse('2026-11-21T12:00:00+08:00')
const entry = (extra: object) =>
  JSON.stringify({
    msgid: 'm1',
    send_time: 1_795_000_000,
    origin: 3,
    external_userid: 'w1',
    open_kfid: 'k',
    ...extra,
  })

/** One entry of sync_msg, as parsed JSON. */
export const wecom: Target = {
  name: 'wecom-kf',
  seeds: [
    entry({ msgtype: 'text', text: { content: '没钱买药', menu_id: '' } }),
    entry({ msgtype: 'image', image: { media_id: 'x' } }),
    entry({ msgtype: 'location', location: { name: '华院小区', address: '华阳路', latitude: 1 } }),
    entry({
      origin: 4,
      msgtype: 'event',
      event: {
        event_type: 'enter_session',
        scene: '310105',
        welcome_code: 'c',
        external_userid: 'w1',
      },
    }),
    entry({
      origin: 4,
      msgtype: 'event',
      event: { event_type: 'msg_send_fail', fail_msgid: 'm', fail_type: 4 },
    }),
    entry({ origin: 5, servicer_userid: 's', msgtype: 'text', text: { content: '您好' } }),
  ],
  read: (bytes) => decode(parsed(bytes), NOW, (code) => code.length === 9),
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString())
  } catch {
    return undefined
  }
}
