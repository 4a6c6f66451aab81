import { decode } from '../../../src/edge/channels/wechat-oa/decode.ts'
import { openSealed } from '../../../src/edge/wechat/callback.ts'
import { envelopeKey, openEnvelope } from '../../../src/edge/wechat/envelope.ts'
import { readXml } from '../../../src/edge/wechat/read-xml.ts'
import type { Target } from '../fuzz.ts'

const NOW = Date.parse('2026-11-21T12:00:00+08:00')
const KEY = envelopeKey('abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', 'wx0000000000000001')

const posted = (type: string, rest: string) =>
  `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[o1]]></FromUserName>` +
  `<CreateTime>1795000000</CreateTime><MsgType><![CDATA[${type}]]></MsgType>${rest}</xml>`

/** What the official account's platform posts in plain mode: XML, then what it says. */
export const wechatOa: Target = {
  name: 'wechat-oa',
  seeds: [
    posted('text', '<Content><![CDATA[我要求助]]></Content><MsgId>1</MsgId>'),
    posted(
      'image',
      '<PicUrl><![CDATA[http://x/1]]></PicUrl><MediaId><![CDATA[m]]></MediaId><MsgId>2</MsgId>',
    ),
    posted('voice', '<Recognition><![CDATA[钱不够]]></Recognition><MsgId>3</MsgId>'),
    posted(
      'event',
      '<Event><![CDATA[subscribe]]></Event><EventKey><![CDATA[qrscene_310105]]></EventKey>',
    ),
    posted('event', '<Event><![CDATA[CLICK]]></Event><EventKey><![CDATA[person]]></EventKey>'),
  ],
  tokens: [
    '<xml>',
    '</xml>',
    '<MsgType>',
    '<Event>',
    'SCAN',
    'location',
    'link',
    '<EventKey>',
    '310105',
    ']]>',
  ],
  read: (bytes) => {
    const fields = readXml(bytes)
    return fields && decode(fields, NOW, (code) => code.length === 9)
  },
}

/** The sealed envelope of safe mode: the base64, and the callback around it. */
export const envelope: Target = {
  name: 'envelope',
  seeds: [
    Buffer.alloc(64, 7).toString('base64'),
    `<xml><Encrypt><![CDATA[${Buffer.alloc(96).toString('base64')}]]></Encrypt></xml>`,
  ],
  tokens: ['AAAA', '==', '<Encrypt>'],
  read: (bytes) => {
    const query = { timestamp: '1', nonce: '2', msg_signature: '3' }
    openSealed('token', KEY, { query, headers: {}, body: bytes })
    return openEnvelope(KEY, Buffer.from(bytes).toString())
  },
}
