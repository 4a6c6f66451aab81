import type { Staff } from '../../../../src/core/people/role.ts'
import { topicOf } from '../../../../src/edge/http/desk/topic-of.ts'
import { createLive } from '../../../../src/edge/http/live.ts'
import type { App, Parts } from '../../../../src/edge/http/parts.ts'
import { createApp } from '../../../support/app.ts'
import type { RealDesk } from '../../../support/real-desk.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at by tests, field by field.
type Json = any

export type SignedIn = {
  readonly get: (path: string) => Promise<Answer>
  readonly post: (path: string, body?: object, headers?: object) => Promise<Answer>
  readonly drop: (path: string) => Promise<Answer>
  readonly cookie: string
}

type Answer = { readonly status: number; readonly body: Json }

/** The HTTP gate over a real desk. */
export async function openGate(house: RealDesk, more: Partial<Parts> = {}): Promise<App> {
  const live = createLive()
  const { desk, door, news, now } = house
  const { places } = house.house.town
  const push = news.push.bind(news)
  news.push = (...all) => {
    for (const each of all) live.announce(topicOf(each))
    return push(...all)
  }
  const { app } = await createApp({
    ...{ desk, door, live, clock: now },
    streetsOf: (district) => places.districts.get(district)?.streets ?? [],
    placeName: (code) => places.committees.get(code)?.name ?? places.streets.get(code)?.name,
    ...more,
  })
  return app
}

/** One adviser's browser: its cookie, its own pages. */
export async function signIn(app: App, house: RealDesk, staff: Staff): Promise<SignedIn> {
  const cookie = `hearth-desk=${await house.door.openSession(staff)}`
  const own = { cookie, 'sec-fetch-site': 'same-origin' }
  const call = async (
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    payload?: object,
    more = {},
  ) => {
    // Of the desk, where nothing else is said.
    const url = path.startsWith('/api/') ? path : `/api/desk${path}`
    const headers = { ...own, ...more }
    const answer = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() }
  }
  return {
    get: (path) => call('GET', path),
    post: (path, body = {}, headers) => call('POST', path, body, headers),
    drop: (path) => call('DELETE', path),
    cookie,
  }
}
