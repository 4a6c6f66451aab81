import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readXml } from '../../../src/edge/wechat/read-xml.ts'
import { cdata } from '../../../src/edge/wechat/write-xml.ts'

const read = (text: string) => readXml(Buffer.from(text))

test('a message of the platform is read field by field, ids as text', () => {
  const fields = read(
    '<xml><ToUserName><![CDATA[gh_1]]></ToUserName>\n<MsgId>7362841905528361947</MsgId>' +
      '<Content><![CDATA[ 我要求助\n ]]></Content><Empty></Empty></xml>',
  )
  expect([...(fields ?? [])].filter(([name]) => name !== '#text')).toEqual([
    ['ToUserName', 'gh_1'],
    ['MsgId', '7362841905528361947'],
    ['Content', ' 我要求助\n '],
    ['Empty', ''],
  ])
})

test('a DOCTYPE, an entity, a comment outside of words: not read', () => {
  const laughs = Array.from(
    { length: 9 },
    (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
  ).join('')
  for (const hostile of [
    `<!DOCTYPE lolz [<!ENTITY l0 "lol">${laughs}]><xml><Content>&l9;</Content></xml>`,
    '<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><xml><a>&x;</a></xml>',
    '<xml><!ENTITY a "b"><Content>&a;</Content></xml>',
    '<xml><!-- hidden --><Content>1</Content></xml>',
    '<xml><Content><![CDATA[never closed</Content></xml>',
  ]) {
    expect(read(hostile)).toBe(null)
  }
})

test('entities stay as they were written', () => {
  expect(read('<xml><Content>&amp;&#65;&lol;</Content></xml>')?.get('Content')).toBe(
    '&amp;&#65;&lol;',
  )
})

test('a resident may write what looks like markup', () => {
  for (const words of ['<!DOCTYPE html>', '<!-- -->', '<xml>', '</xml>', '&lt;', '<a b="c">']) {
    expect(read(`<xml>${cdata('Content', words)}<MsgId>1</MsgId></xml>`)?.get('Content')).toBe(
      words,
    )
  }
})

test('words that end their own CDATA cannot put another sender in the place of the first', () => {
  const words =
    ']]></Content><FromUserName><![CDATA[somebody else]]></FromUserName><Content><![CDATA['
  const fields = read(
    `<xml><FromUserName><![CDATA[me]]></FromUserName><Content><![CDATA[${words}]]></Content></xml>`,
  )
  expect(fields?.get('FromUserName')).toBe('me')
})

test('names that mean something to JavaScript are not read, and change nothing', () => {
  expect(read('<xml><constructor>1</constructor><MsgId>2</MsgId></xml>')).toBe(null)
  read('<xml><__proto__><polluted>1</polluted></__proto__></xml>')
  expect(({} as { polluted?: string }).polluted).toBe(undefined)
})

test('a megabyte, ten thousand levels, broken UTF-8: an answer within a second, no throw', () => {
  const began = performance.now()
  read(`<xml><Content>${'<'.repeat(1_000_000)}`)
  read('<a>'.repeat(10_000))
  read(`<xml>${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}</xml>`)
  read(`<xml><Content><![CDATA[${'字'.repeat(300_000)}]]></Content></xml>`)
  const broken = Buffer.concat([
    Buffer.from('<xml><Content><![CDATA[好'),
    Buffer.from([0xff, 0xe4, 0xbd, 0xc0]),
    Buffer.from(']]></Content></xml>'),
  ])
  expect(readXml(broken)?.get('Content')).toContain('好')
  expect(performance.now() - began).toBeLessThan(1_000)
})

test('whatever comes is read or not, without a throw', () => {
  const pieces = fc.constantFrom(
    '<xml>',
    '</xml>',
    '<a>',
    '</a>',
    '<![CDATA[',
    ']]>',
    '<!DOCTYPE a>',
    '&a;',
    '<?xml ?>',
    '<a/>',
    '<',
    '>',
    '"',
    '\u0000',
    '字',
  )
  const soup = fc.array(fc.oneof(pieces, fc.string()), { maxLength: 60 }).map((all) => all.join(''))
  fc.assert(
    fc.property(fc.oneof(soup, fc.uint8Array({ maxLength: 500 })), (any) => {
      const fields = readXml(typeof any === 'string' ? Buffer.from(any) : any)
      for (const value of fields?.values() ?? []) expect(typeof value).toBe('string')
    }),
    { numRuns: 1_500 },
  )
})

test('what the house writes is read back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const kept = text
        .replace(/(?![\t\n\r])\p{Cc}/gu, (sign) => (sign < '\u007f' ? '' : sign))
        .replace(/\r\n?/g, '\n')
      const back = read(`<xml>${cdata('Content', text)}</xml>`)?.get('Content')
      expect(back?.replace(/\r\n?/g, '\n')).toBe(kept)
    }),
  )
})
