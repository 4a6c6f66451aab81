import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanRecording } from '../../../../src/edge/storage/files/clean-recording.ts'

const box = (type: string, ...inside: readonly (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(inside.map((each) => Buffer.from(each)))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + body.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

const MP4 = 'audio/mp4'

test('an iPhone’s place and name leave the recording, its sound and its length stay', () => {
  const place = box('udta', box('\xa9xyz', '+31.2196+121.4254/'))
  const track = box('trak', box('mdia', 'track'), box('meta', 'iPhone of Wang'))
  const file = Buffer.concat([
    box('ftyp', 'M4A '),
    box('moov', track, place),
    box('mdat', 'sound'),
    box('uuid', 'xmp 121.4254'),
  ])
  const clean = cleanRecording(file, MP4)
  expect(clean.length).toBe(file.length)
  expect(clean.includes('sound')).toBe(true)
  expect(clean.includes('track')).toBe(true)
  for (const told of ['121.4254', 'iPhone', 'udta']) expect(clean.includes(told)).toBe(false)
})

test('what is no MP4 stays as it is', () => {
  const file = box('udta', 'x')
  expect(cleanRecording(file, 'audio/ogg')).toEqual(file)
})

test('any bytes are taken, and none is added or lost', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(cleanRecording(bytes, MP4).length).toBe(bytes.length)
    }),
  )
})

test('boxes that say wrong lengths end the search', () => {
  const long = Buffer.from('\xff\xff\xff\xffmoov', 'latin1')
  const none = Buffer.from('\0\0\0\x01udta1234', 'latin1')
  expect(cleanRecording(long, MP4)).toEqual(long)
  expect(cleanRecording(none, MP4)).toEqual(none)
})
