import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { envelopeKey, openEnvelope, sealEnvelope } from '../../../src/edge/wechat/envelope.ts'
import { isSigned, signatureOf } from '../../../src/edge/wechat/signature.ts'
import { platformEnvelope } from '../../support/wechat-envelope.ts'

const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const APP = 'wx0123456789abcdef'
const key = envelopeKey(AES_KEY, APP)
const opened = (sealed: string) => openEnvelope(key, sealed)?.toString() ?? null

/** Made once with the `openssl` program: `enc -aes-256-cbc -nopad` over a hand-made plain text. */
const MADE_ELSEWHERE = [
  [
    '<xml>你好</xml>',
    'Q3stYC6hdFzMh9T8HCvyDORchGzARlxqyFUOtgi0n8EJhuWZHdYHoZ5sKzvWlbDdatuFEOuzg7fH7PedAEDGxw==',
  ],
  ['', 'Q3stYC6hdFzMh9T8HCvyDGZiBhQLSMRqCCp1yfKodckFYVMuSAVSShungPO2G/jy8QnWVIYmxnb5H1I7043v6A=='],
  [
    '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十',
    'Q3stYC6hdFzMh9T8HCvyDNpm3nXHdJzCzQEU9Zvto0mIufflQuf+nokZ9ZQI8vbjgWLAndUUQQq+uHzJhJAtawBkiS1HznpDEIoQ+3Fs3sYmUY4ovrLMQXM39gCukSo29cRzkKiyYkBiRuywmaL9I+SoSTLHI4xJciqqa0ch42rH8Y35TOpCu/P1NIxhATnkW+ZRuApDgzcoxxff5K5NhA==',
  ],
] as const
const BAD_PADDING =
  'Q3stYC6hdFzMh9T8HCvyDDrouvTz3APBku4UX4XxgL89zZs/JLjNXuElI4vMjONbSrge9tOCOIbBlR1TnX8R+Q=='
const LENGTH_OF_4_GB = 'Q3stYC6hdFzMh9T8HCvyDLQanhGcw4mGB/1bABwH8cY='

test.each(MADE_ELSEWHERE)(
  'what another program sealed is opened, and sealed alike: %s',
  (text, sealed) => {
    expect(opened(sealed)).toBe(text)
    expect(sealEnvelope(key, text, Buffer.from('0123456789abcdef'))).toBe(sealed)
  },
)

test('a padding that is only right at its end is refused, and a length beyond the text too', () => {
  expect(opened(BAD_PADDING)).toBe(null)
  expect(opened(LENGTH_OF_4_GB)).toBe(null)
})

test('another receiver, another key, one changed byte: nothing is opened', () => {
  const [text, sealed] = MADE_ELSEWHERE[0]
  expect(openEnvelope(envelopeKey(AES_KEY, 'wx9999999999999999'), sealed)).toBe(null)
  expect(openEnvelope(envelopeKey(`${AES_KEY.slice(1)}x`, APP), sealed)).toBe(null)
  const bytes = Buffer.from(sealed, 'base64')
  for (let at = 16; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 0x55
    expect(opened(changed.toString('base64'))).not.toBe(text)
  }
})

test('whatever is sealed here, the platform opens, and the other way round', () => {
  const platform = platformEnvelope('t', AES_KEY, APP)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      expect(platform.open(sealEnvelope(key, text, randomBytes(16)))).toBe(text)
      expect(opened(platform.seal(text))).toBe(text)
    }),
    { numRuns: 60 },
  )
})

test('whatever comes instead of an envelope is refused without a throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.base64String(), fc.uint8Array({ maxLength: 300 })),
      (any) => {
        const sealed = typeof any === 'string' ? any : Buffer.from(any).toString('base64')
        expect(opened(sealed)).toBe(null)
      },
    ),
    { numRuns: 400 },
  )
})

test('a signature is that of another program, in any order of the parts, and nothing else', () => {
  const parts = ['callbacktoken', '1700000000', 'n0nce', MADE_ELSEWHERE[0][1]]
  // Made with Python's hashlib.
  expect(signatureOf(parts)).toBe('25598c66e5df50d8614d021bf0dc8bad15725935')
  expect(signatureOf([...parts].reverse())).toBe(signatureOf(parts))
  expect(isSigned(signatureOf(parts), parts)).toBe(true)
  for (const wrong of [undefined, '', 'x', `${signatureOf(parts)}0`, signatureOf(['other'])]) {
    expect(isSigned(wrong, parts)).toBe(false)
  }
})
