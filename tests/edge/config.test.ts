import { expect, test } from 'vitest'
import { channelsOn, readConfig } from '../../src/edge/config.ts'

test('with nothing set the house starts, without any channel', () => {
  const config = readConfig({})
  expect(config).toEqual({
    PORT: 8080,
    HOST: '127.0.0.1',
    HEARTH_DATA: '.hearth',
    HEARTH_DEMO: false,
    HEARTH_EMBED_ORIGINS: [],
    HEARTH_MODEL_NAME: 'default',
    HEARTH_OCR: 'off',
    WECOM_ADVISERS_IN: 'console',
  })
  expect(channelsOn(config)).toEqual([])
})

test('an empty variable counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ', HEARTH_DEMO: '' })).toEqual(readConfig({}))
})

test.each([
  ['1', true],
  ['true', true],
  ['0', false],
])('HEARTH_DEMO=%s', (text, value) => {
  expect(readConfig({ HEARTH_DEMO: text }).HEARTH_DEMO).toBe(value)
})

test('a channel is on when all that it needs is set', () => {
  const config = readConfig({ LINE_CHANNEL_SECRET: 's', LINE_CHANNEL_ACCESS_TOKEN: 't' })
  expect(channelsOn(config)).toEqual(['line'])
})

test.each([
  [{ PORT: 'x' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ DATABASE_URL: 'mysql://a/b' }, 'DATABASE_URL'],
  [{ HEARTH_DEMO: 'perhaps' }, 'HEARTH_DEMO'],
  [{ LINE_CHANNEL_SECRET: 's' }, 'LINE_CHANNEL_ACCESS_TOKEN'],
  [{ HOTLINE_SECRET: 'short' }, 'HOTLINE_SECRET'],
])('%j is refused by name, without its value', (environment, name) => {
  let said: unknown
  try {
    readConfig(environment)
  } catch (error) {
    said = error
  }
  expect(said).toMatchObject({ code: 'bad_configuration' })
  const text = JSON.stringify((said as { details: unknown }).details)
  expect(text).toContain(name)
  for (const value of Object.values(environment)) {
    if (value.length > 1) expect(text).not.toContain(value)
  }
})

test('sites that may show the chat are named by their origins, one or several', () => {
  const read = (text: string) => readConfig({ HEARTH_EMBED_ORIGINS: text }).HEARTH_EMBED_ORIGINS
  expect(read('https://a.example, http://localhost:8000')).toEqual([
    'https://a.example',
    'http://localhost:8000',
  ])
  for (const wrong of ['*', 'a.example', 'https://a.example/', "'self'", 'https://a.example;x']) {
    expect(() => read(wrong)).toThrow(expect.objectContaining({ code: 'bad_configuration' }))
  }
})
