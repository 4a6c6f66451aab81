import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Instant } from '../../core/time.ts'
import type { ChannelState, WebhookRoute } from '../../work/ports/channel.ts'
import type { Chat } from '../../work/ports/chat.ts'
import type { Desk } from '../../work/ports/desk.ts'
import type { Door } from '../../work/ports/door.ts'
import type { Files } from '../../work/ports/files.ts'
import type { NetNameOf } from '../../work/ports/net-names.ts'
import type { Office } from '../../work/ports/office.ts'
import type { ReachOf } from '../../work/ports/reach.ts'
import type { Resume } from '../../work/ports/resume.ts'
import type { Studio } from '../../work/ports/studio.ts'
import type { Assets } from './assets.ts'
import type { Talks } from './chat/talks.ts'
import type { Demo } from './demo/story.ts'
import type { Live } from './live.ts'
import type { Rates } from './rates.ts'
import type { Streams } from './stream.ts'
import type { Texts } from './texts.ts'

/** All that the gate needs from the rest of the house; main.ts hands it in. */
export type Parts = {
  readonly chat: Chat
  readonly desk: Desk
  readonly office: Office
  /** Documents and releases; without it their routes are not there. */
  readonly studio?: Studio
  readonly door: Door
  readonly files: Files
  readonly resume: Resume
  readonly live: Live
  readonly clock: () => Instant
  /** A hash of null = nobody by that name: takes as long as a wrong password. */
  readonly verifyPassword: (hash: string | null, password: string) => Promise<boolean>
  /** Name of a street or committee by its code. */
  readonly placeName: (code: string) => string | undefined
  /** Whether a code of `/?street=` belongs to a place that is served. */
  readonly isPlace: (code: string) => boolean
  /** Streets of a district, for choosing one. */
  readonly streetsOf: (district: string) => readonly PlaceOfDistrict[]
  /** The question of a step of the current flow. */
  readonly questionOf: (step: string) => string | undefined
  /** What a slot is called. */
  readonly slotName: (slot: string) => string | undefined
  readonly ready: () => Promise<Readiness>
  /** What platforms still let an adviser write; without it nothing is said of it. */
  readonly reachOf?: ReachOf
  /** What residents call themselves on a platform; without it nobody is told. */
  readonly netNameOf?: NetNameOf
  /** What platforms call. */
  readonly webhooks?: readonly WebhookRoute[]
  /** Channels that are written to, and how they fare. */
  readonly channels?: () => readonly ChannelState[]
  readonly texts: {
    /** Languages of the resident's page besides Chinese, by code. */
    readonly languages?: Readonly<Record<string, { readonly name: string; readonly page: Texts }>>
    readonly page: Texts
    readonly console: Texts
    readonly desk: Texts
    /** Changes with the words of the screens. */
    readonly version: string
  }
  /** Texts and stories of a demonstration; absent outside one. */
  readonly demo?: Demo
  readonly assets: Assets
  /** Folder of the built browser files. */
  readonly web: string
  readonly settings: Settings
  readonly log?: GateLog
}

type PlaceOfDistrict = {
  readonly code: string
  readonly name: string
  readonly committees?: readonly { readonly code: string; readonly name: string }[]
}

/** Where the gate tells what happened: codes, route patterns and times. */
type GateLog = {
  readonly info: (event: string, facts: Facts) => void
  readonly error: (event: string, error: unknown, facts: Facts) => void
}

type Facts = Readonly<Record<string, string | number>>

type Readiness = { readonly database: boolean; readonly migrations: boolean }

type Settings = {
  /** Login of the adviser who is signed in by himself; null outside a demonstration. */
  readonly demo: string | null
  /** True behind a proxy that writes X-Forwarded-For and -Proto. */
  readonly trustProxy: boolean
  /** Origins of sites that may show the chat in a frame. */
  readonly embedOrigins?: readonly string[]
}

/** What every group of routes is given. */
export type Gate = Parts & {
  readonly rates: Rates
  readonly streams: Streams
  readonly talks: Talks
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>
