import { capabilitiesOf } from '../../../core/contract/channel/channel-table.ts'
import { DAY, MINUTE, SECOND } from '../../../core/time.ts'
import type { Channel, ChannelSink, WebhookRoute } from '../../../work/ports/channel.ts'
import { openShortMemory } from '../../short-memory.ts'
import { openBreaker } from './breaker.ts'
import { lineCalls } from './call-line.ts'
import { mediaFetcher } from './fetch-media.ts'
import { openFileLinks } from './file-links.ts'
import type { LineParts, LineTexts } from './parts.ts'
import { profileName } from './profile-name.ts'
import { openQuota, type Quota } from './quota.ts'
import { receiveEvents } from './receive-events.ts'
import { openReplyTokens } from './reply-tokens.ts'
import { send } from './send.ts'
import { openStances } from './stances.ts'
import { openTrouble } from './trouble.ts'

export type LineConfig = {
  /** LINE_CHANNEL_SECRET; several with commas between, while one is changed. */
  readonly secret: string
  /** LINE_CHANNEL_ACCESS_TOKEN. */
  readonly token: string
  /** LINE_API_BASE_URL and LINE_DATA_API_BASE_URL. */
  readonly apiUrl?: string | undefined
  readonly dataUrl?: string | undefined
  /** HEARTH_PUBLIC_URL: where LINE's servers and phones can get files of ours. */
  readonly publicUrl?: string | undefined
  readonly texts: LineTexts
  /** In ms, for all calls of one message together; for tests. */
  readonly patience?: number
}

/** A send ends within 5 s, whatever LINE does. */
const PATIENCE = 4 * SECOND
/** Largest webhook: LINE names no limit; a hundred of its longest messages fit. */
const LARGEST = 1_048_576
/** What is remembered of people and groups: each costs some hundred bytes. */
const MOST = 10_000

/** The LINE channel of a house: one address that LINE calls, and the way out through its API. */
export function createLine(
  config: LineConfig,
  sink: ChannelSink,
): { readonly channel: Channel; readonly routes: readonly WebhookRoute[] } {
  const secrets = config.secret.split(',').flatMap((each) => each.trim() || [])
  const links = config.publicUrl ? openFileLinks(config.publicUrl, secrets, sink) : null
  const call = lineCalls(config.apiUrl ?? 'https://api.line.me', config.token)
  const parts: LineParts = {
    sink,
    texts: config.texts,
    patience: config.patience ?? PATIENCE,
    secrets,
    call,
    links,
    tokens: openReplyTokens(),
    breaker: openBreaker(),
    trouble: openTrouble(sink.now, sink.report),
    stances: openStances(),
    dots: { underWay: 0 },
    answered: openShortMemory(MOST, MINUTE),
    told: openShortMemory(MOST, DAY),
    ignored: new Map(),
  }
  const quota = openQuota(call)
  return {
    channel: {
      name: 'line',
      capabilities: capabilitiesOf('line'),
      send: (sending) => send(parts, sending),
      fetchMedia: mediaFetcher(config.dataUrl ?? 'https://api-data.line.me', config.token),
      nameOf: ({ user }) => profileName(call, user),
      health: () => healthOf(parts, quota),
      start: () => quota.look(sink.now()),
    },
    routes: [
      {
        method: 'POST',
        path: '/webhooks/line',
        most: LARGEST,
        answer: (webhook) => receiveEvents(parts, webhook),
      },
      ...(links ? [links.route] : []),
    ],
  }
}

/** Asked every few seconds by those who watch the house: the quota is looked up behind it. */
function healthOf({ sink, trouble, ignored }: LineParts, quota: Quota) {
  void quota.look(sink.now())
  const events = [...ignored.values()].reduce((sum, count) => sum + count, 0)
  return { ...trouble.health(), gauges: { ...quota.gauges(), events_ignored: events } }
}
