import { afterAll, beforeAll, expect, test } from 'vitest'
import { StreamEvent } from '../../../../src/core/contract/desk/stream.ts'
import type { Staff } from '../../../../src/core/people/role.ts'
import type { App } from '../../../../src/edge/http/parts.ts'
import { HUAYANG, JIANGSU } from '../../../support/a-case.ts'
import { ASKING, openRealDesk, type RealDesk, type Resident } from '../../../support/real-desk.ts'
import { openGate, type SignedIn, signIn } from './signed-in.ts'

/** What open consoles are told, over a real connection. */

let house: RealDesk
let app: App
let base: string
let adviser: Staff
let desk: SignedIn
let resident: Resident
let number: string
let version: number
beforeAll(async () => {
  house = await openRealDesk()
  app = await openGate(house)
  base = await app.listen({ port: 0, host: '127.0.0.1' })
  adviser = await house.hire([HUAYANG], { name: '邓菲菲' })
  desk = await signIn(app, house, adviser)
  resident = house.resident()
  for (const text of ASKING) await resident.says(text)
  const [row] = (await desk.get('/queue')).body.cases
  number = row.number
  version = row.version
})
afterAll(async () => {
  await app.close()
  await house.close()
})

type Ear = { readonly until: (type: string) => Promise<StreamEvent>; readonly close: () => void }

/** Listens as a browser does; every event must have the shape that the contract says. */
async function listen(who: SignedIn, query = ''): Promise<Ear> {
  const stop = new AbortController()
  const { signal } = stop
  const headers = { cookie: who.cookie, 'last-event-id': '17' }
  const answer = await fetch(`${base}/api/desk/stream${query}`, { headers, signal })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader || answer.status !== 200) throw new Error(`no stream: ${answer.status}`)
  let text = ''
  const until = async (type: string): Promise<StreamEvent> => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end < 0) {
        const { value, done } = await reader.read()
        if (done) throw new Error('the stream ended')
        text += value
        continue
      }
      const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1]
      text = text.slice(end + 2)
      if (data === undefined) continue
      const event = StreamEvent.parse(JSON.parse(data))
      if (event.type === type) return event
    }
  }
  return { until, close: () => stop.abort() }
}

test('a stream says hello, and then where to look again', async () => {
  const ear = await listen(desk, `?case=${number}`)
  expect(await ear.until('hello')).toMatchObject({ now: new Date(house.now()).toISOString() })
  await resident.says('两个人')
  expect(await ear.until('case')).toEqual({ type: 'case', number })
  await desk.post(`/cases/${number}/notes`, { text: '记一下' })
  expect(await ear.until('queue')).toMatchObject({ type: 'queue' })
  ear.close()
})

test('an adviser who looks at another page hears that a resident of theirs wrote', async () => {
  const ear = await listen(desk)
  await ear.until('hello')
  const { body } = await desk.post(`/cases/${number}/claim`, {
    version: (await desk.get(`/cases/${number}`)).body.case.version,
  })
  let heard: StreamEvent | undefined
  const hearing = ear.until('case').then((event) => {
    heard = event
  })
  while (!heard) {
    await resident.says('还有一件事')
    await Promise.race([hearing, new Promise((done) => setTimeout(done, 200))])
  }
  expect(heard).toEqual({ type: 'case', number })
  await desk.post(`/cases/${number}/release`, { version: body.version })
  ear.close()
})

test('danger rings at once on every open console', async () => {
  const ear = await listen(desk)
  await ear.until('hello')
  await resident.says('我不想活了')
  expect(await ear.until('alerts')).toEqual({ type: 'alerts' })
  ear.close()
})

test('who looks at a case and writes is seen by the others, and forgotten soon', async () => {
  const colleague = await signIn(app, house, await house.hire([HUAYANG], { name: '张敏' }))
  const ear = await listen(desk, `?case=${number}`)
  await ear.until('hello')
  await colleague.post(`/cases/${number}/presence`, { typing: true })
  expect(await ear.until('presence')).toMatchObject({ people: [{ name: '张敏', typing: true }] })
  house.pass(60_000)
  await desk.post(`/cases/${number}/presence`, { typing: false })
  expect(await ear.until('presence')).toMatchObject({
    people: [{ name: '邓菲菲', typing: false }],
  })
  ear.close()
})

test('nobody listens to a case of a foreign street, nor without signing in', async () => {
  const far = await signIn(app, house, await house.hire([JIANGSU]))
  await expect(listen(far, `?case=${number}`)).rejects.toThrow('404')
  await expect(listen({ ...far, cookie: 'hearth-desk=x' })).rejects.toThrow('401')
  expect(version).toBeGreaterThan(0)
})
