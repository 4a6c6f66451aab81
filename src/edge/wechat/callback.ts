import { randomBytes } from 'node:crypto'
import type { Webhook } from '../../work/ports/channel.ts'
import { type EnvelopeKey, openEnvelope, sealEnvelope } from './envelope.ts'
import { readXml, type XmlFields } from './read-xml.ts'
import { isSigned, signatureOf } from './signature.ts'
import { cdata } from './write-xml.ts'

/** What was posted, or why it is not read. */
export type Opened = XmlFields | 'unsigned' | 'unreadable'

/** A sealed callback: the signature covers the envelope, and the envelope names its receiver. */
export function openSealed(token: string, key: EnvelopeKey, { query, body }: Webhook): Opened {
  const sealed = readXml(body)?.get('Encrypt')
  if (sealed === undefined) return 'unreadable'
  const parts = [token, query.timestamp ?? '', query.nonce ?? '', sealed]
  if (!isSigned(query.msg_signature, parts)) return 'unsigned'
  const plain = openEnvelope(key, sealed)
  return (plain && readXml(plain)) ?? 'unreadable'
}

/** The text that WeCom wants to see again when the address is registered; null = not from there. */
export function openEcho(token: string, key: EnvelopeKey, { query }: Webhook): string | null {
  const { timestamp = '', nonce = '', echostr = '', msg_signature } = query
  if (!isSigned(msg_signature, [token, timestamp, nonce, echostr])) return null
  return openEnvelope(key, echostr)?.toString() ?? null
}

/** An answer in an envelope of its own. `at`: seconds. */
export function sealAnswer(token: string, key: EnvelopeKey, xml: string, at: number): string {
  const sealed = sealEnvelope(key, xml, randomBytes(16))
  const nonce = randomBytes(8).toString('hex')
  const signature = signatureOf([token, String(at), nonce, sealed])
  const fields = [cdata('Encrypt', sealed), cdata('MsgSignature', signature)]
  return `<xml>${fields.join('')}<TimeStamp>${at}</TimeStamp>${cdata('Nonce', nonce)}</xml>`
}
