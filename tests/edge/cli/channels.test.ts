import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { channelLines } from '../../../src/edge/cli/channel-lines.ts'
import { run } from '../../../src/edge/cli/commands/channels.ts'

async function printed(args: readonly string[], environment: Record<string, string>) {
  let text = ''
  const stdout = { write: (more: string) => (text += more) }
  const channels = () => channelLines({ PORT: '9', ...environment })
  const code = await run(args, { stdout, channels })
  return { code, text }
}

test('with nothing set every channel but the web is off, and says what it needs', async () => {
  const { code, text } = await printed([], {})
  expect(code).toBe(0)
  expect(text).toContain('web         on')
  expect(text).toContain('line        off   needs LINE_CHANNEL_SECRET, LINE_CHANNEL_ACCESS_TOKEN')
})

test('half a channel is told by the names that are missing, never by a value', async () => {
  const { code, text } = await printed(['--json'], { LINE_CHANNEL_SECRET: 'very secret' })
  expect(code).toBe(1)
  const line = text.split('\n').find((each) => each.includes('"line"')) ?? ''
  expect(JSON.parse(line)).toEqual({
    channel: 'line',
    is: 'half',
    missing: ['LINE_CHANNEL_ACCESS_TOKEN'],
    health: null,
  })
  expect(text).not.toContain('very secret')
})

test('the house that runs is asked how they fare', async () => {
  const server = createServer((_, response) =>
    response.end(JSON.stringify({ status: 'ready', channels: { line: 'down' } })),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const PORT = String((server.address() as AddressInfo).port)
  const on = { PORT, LINE_CHANNEL_SECRET: 's', LINE_CHANNEL_ACCESS_TOKEN: 't' }
  const { code, text } = await printed([], on)
  expect(text).toMatch(/line +on +down/)
  expect(code).toBe(1)
  server.close()
})

test('a wrong call prints the help', async () => {
  expect((await printed(['--jsno'], {})).code).toBe(2)
})
