import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { run as flows } from '../../../src/edge/cli/commands/flows.ts'
import { run, type TalkIo } from '../../../src/edge/cli/commands/talk.ts'
import { loadHouse } from '../../../src/edge/sources/house.ts'

function terminal(lines: readonly string[], more: Partial<TalkIo> = {}) {
  const said: string[] = []
  const files = new Map<string, string>()
  const io: TalkIo = {
    stdin: Readable.from(lines.map((line) => `${line}\n`)),
    stdout: { write: (text) => said.push(text) },
    env: {},
    now: () => Date.parse('2026-11-20T09:00+08:00'),
    newId: () => '00000000-0000-4000-8000-000000000001',
    house: loadHouse,
    readTalks: async () => [],
    writeFile: async (path, text) => void files.set(path, text),
    fetch: () => Promise.reject(new Error('offline')),
    ...more,
  }
  return { io, files, text: () => said.join('') }
}

test('a pipe talks with the bot and sees numbered options without colours', async () => {
  const { io, text } = terminal(['好', '1'])
  expect(await run(['--as', '王阿姨'], io)).toBe(0)
  expect(text()).toContain('不是真人')
  expect(text()).toContain('1 同意\n2 不同意')
  expect(text()).toContain('王阿姨> 好')
  expect(text()).toContain('怎么称呼')
  expect(text()).not.toContain('\u001b[')
})

test('a recorded talk can be played again', async () => {
  const { io, files } = terminal(['好', '/time +1d', '我自己'])
  await run(['--record', 'x.yaml'], io)
  const stored = files.get('x.yaml') ?? ''
  expect(stored).toContain('me: 好')
  expect(stored).toContain('wait: 86400s')
  expect(stored).toContain('ends: open')
})

test('a developer sees what waits, goes back a turn, and reads answers and events', async () => {
  const { io, text } = terminal(['好', '/why', '/back', '/slots', '/score', '/events', '/what'])
  expect(await run([], io)).toBe(0)
  expect(text()).toContain('waits: for_whom')
  expect(text()).toContain('waits: consent')
  expect(text()).toContain('/why  /back')
})

test('a script that goes another way ends with 1 and says where', async () => {
  const talk = {
    name: 'x',
    at: '2026-11-20T09:00+08:00',
    channel: 'web',
    talk: [{ me: '好' }, { bot: 'phone' }],
  }
  const { io, text } = terminal([], { readTalks: async () => [talk] })
  expect(await run(['--script', 'x.yaml'], io)).toBe(1)
  expect(text()).toContain('! line 2: expected the question phone')
})

test('with a server each line is posted with the token of the conversation', async () => {
  const calls: [string, RequestInit | undefined][] = []
  const { io, text } = terminal(['你好'], {
    fetch: async (url, init) => {
      calls.push([String(url), init])
      const messages = [{ from: 'bot', text: '您好' }]
      return Response.json({ conversation: 'c', token: 't', messages })
    },
  })
  expect(await run(['--url', 'http://127.0.0.1:8080'], io)).toBe(0)
  expect(calls.map(([url]) => new URL(url).pathname)).toEqual([
    '/api/chat/conversations',
    '/api/chat/messages',
  ])
  expect(new Headers(calls[1]?.[1]?.headers).get('authorization')).toBe('Bearer t')
  expect(text()).toContain('您好')
})

test('a server that does not answer ends with 1, a wrong call with 2', async () => {
  const dead = terminal(['你好'])
  expect(await run(['--url', 'http://127.0.0.1:1'], dead.io)).toBe(1)
  expect(await run(['--preset', 'x'], terminal([]).io)).toBe(2)
  expect(await run(['--at', 'noon'], terminal([]).io)).toBe(2)
  expect(await run(['--help'], terminal([]).io)).toBe(0)
})

test('hearth flows checks, plays, draws and exports', async () => {
  const said: string[] = []
  const io = {
    stdout: { write: (text: string) => said.push(text) },
    house: loadHouse,
    check: async () => [
      { level: 'error', code: 'no_such_step', flow: 'f', step: 's', about: 't' } as const,
    ],
    talks: async () => new Map(),
  }
  expect(await flows(['check'], io)).toBe(1)
  expect(said.at(-1)).toBe('error  no_such_step  f.s  t\n')
  expect(await flows(['test'], io)).toBe(0)
  expect(await flows(['graph', 'my_case'], io)).toBe(0)
  expect(said.at(-1)).toContain('wish -->|"请顾问打电话给我"| ask_call')
  expect(await flows(['graph', 'my_case', '--json'], io)).toBe(0)
  expect(JSON.parse(said.at(-1) ?? '').states.flow.states.wish).toBeDefined()
  expect(await flows(['export'], io)).toBe(0)
  expect(JSON.parse(said.at(-1) ?? '').flows.crisis.kind).toBe('interrupt')
  expect(await flows(['dance'], io)).toBe(2)
})
