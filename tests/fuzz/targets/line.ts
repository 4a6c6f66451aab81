import { readEvents } from '../../../src/edge/channels/line/read-events.ts'
import type { Target } from '../fuzz.ts'

const event = (extra: object) => ({
  type: 'message',
  webhookEventId: '01HX0000000000000000000001',
  timestamp: 1_795_000_000_000,
  mode: 'active',
  deliveryContext: { isRedelivery: false },
  source: { type: 'user', userId: 'U00000000000000000000000000000001' },
  replyToken: 'token',
  ...extra,
})
const body = (...events: readonly object[]) => JSON.stringify({ destination: 'Uaccount', events })

/** What LINE posts, after its signature was checked. */
export const line: Target = {
  name: 'line',
  seeds: [
    body(),
    body(event({ message: { type: 'text', id: '1', text: '老伴住院了，没人照顾' } })),
    body(
      event({
        message: {
          type: 'image',
          id: '2',
          contentProvider: { type: 'line' },
          imageSet: { id: 's', index: 1, total: 2 },
        },
      }),
    ),
    body(
      event({
        message: { type: 'location', id: '3', address: '华阳路', latitude: 31.2, longitude: 121.4 },
      }),
    ),
    body(event({ type: 'postback', postback: { data: 'for_whom=self' } })),
    body(event({ type: 'unsend', unsend: { messageId: '1' } }), event({ type: 'follow' })),
  ],
  read: readEvents,
}
