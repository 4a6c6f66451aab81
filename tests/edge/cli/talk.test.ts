import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { problem } from '../../../src/core/errors.ts'
import { run as flows } from '../../../src/edge/cli/commands/flows.ts'
import { run, type TalkIo } from '../../../src/edge/cli/commands/talk.ts'
import { carrying } from '../../../src/edge/sources/carry-flows.ts'
import { loadHouse } from '../../../src/edge/sources/house.ts'

function terminal(lines: readonly string[], more: Partial<TalkIo> = {}) {
  const said: string[] = []
  const io: TalkIo = {
    stdin: Readable.from(lines.map((line) => `${line}\n`)),
    stdout: { write: (text) => said.push(text) },
    env: {},
    now: () => Date.parse('2026-11-20T09:00+08:00'),
    house: loadHouse,
    fetch: () => Promise.reject(new Error('offline')),
    ...more,
  }
  return { io, text: () => said.join('') }
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
  const file = join(await mkdtemp(join(tmpdir(), 'talk-')), 'x.yaml')
  await run(['--record', file], terminal(['好', '/time +1d', '我自己']).io)
  const stored = await readFile(file, 'utf8')
  expect(stored).toContain('me: 好')
  expect(stored).toContain('wait: 1d')
  expect(stored).toContain('ends: open')
  const again = terminal([])
  expect(await run(['--script', file], again.io), again.text()).toBe(0)
})

test('a developer sees what waits, goes back a turn, and reads answers and events', async () => {
  const { io, text } = terminal(['好', '/why', '/back', '/slots', '/score', '/events', '/what'])
  expect(await run([], io)).toBe(0)
  expect(text()).toContain('waits: for_whom')
  expect(text()).toContain('waits: consent')
  expect(text()).toContain('/why  /back')
})

test('a script that goes another way ends with 1 and says where', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'talk-')), 'x.yaml')
  await writeFile(file, 'name: x\nat: 2026-11-20T09:00+08:00\ntalk: [{ me: 好 }, { bot: phone }]\n')
  const { io, text } = terminal([])
  expect(await run(['--script', file], io)).toBe(1)
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
  const stdout = { write: (text: string) => said.push(text) }
  const io = { stdout, stderr: stdout, house: loadHouse, carrying }
  const refuse = () => {
    const problems = [{ level: 'error', code: 'no_such_step', flow: 'f', step: 's', about: 't' }]
    return Promise.reject(problem('bad_flow', { problems }))
  }
  expect(await flows(['check'], io)).toBe(0)
  expect(await flows(['check'], { ...io, house: refuse })).toBe(1)
  expect(said.at(-1)).toBe('error  no_such_step  f.s  t\n')
  const talks = await mkdtemp(join(tmpdir(), 'talks-'))
  await writeFile(
    join(talks, 'a.yaml'),
    'name: x\nat: 2026-11-20T09:00+08:00\ntalk: [{ me: 好 }]\n',
  )
  expect(await flows(['test', talks], io)).toBe(0)
  expect(said).toContain('ok    a.yaml  x\n')
  expect(said.join('')).toMatch(/^not tried {2}my_case {2}.*wish#add/m)
  expect(said.at(-1)).toMatch(/^talks come by 2 of \d+ steps and 0 of \d+ options/)
  expect(await flows(['graph', 'my_case'], io)).toBe(0)
  expect(said.at(-1)).toContain('wish -->|"请顾问打电话给我"| ask_call')
  expect(await flows(['graph', 'my_case', '--json'], io)).toBe(0)
  expect(JSON.parse(said.at(-1) ?? '').states.flow.states.wish).toBeDefined()
  expect(await flows(['export'], io)).toBe(0)
  expect(JSON.parse(said.at(-1) ?? '').flows.crisis.kind).toBe('interrupt')
  expect(await flows(['dance'], io)).toBe(2)
  const form = join(talks, 'form.xlsx')
  expect(await flows(['export-xlsform', 'flows/my-case.yaml', form], io)).toBe(0)
  expect(said).toContain('left behind  jump  wish.add  note\n')
  expect(await flows(['import-xlsform', form], io)).toBe(0)
  expect(said.join('')).toContain('ask: 您想做什么？')
  expect(await flows(['import-rapidpro', join(talks, 'none.json')], io)).toBe(1)
  expect(await flows(['export-xlsform'], io)).toBe(2)
})
