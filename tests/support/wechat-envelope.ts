import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** The platforms' side of the sealed envelope, written apart from the product's. */
export function platformEnvelope(token: string, aesKey: string, receiver: string) {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const sign = (...parts: string[]) =>
    createHash('sha1')
      .update([token, ...parts].sort().join(''))
      .digest('hex')
  return {
    sign,
    seal: (text: string, to = receiver): string => {
      const bytes = Buffer.from(text, 'utf8')
      const head = randomBytes(20)
      head.writeUInt32BE(bytes.length, 16)
      const bare = Buffer.concat([head, bytes, Buffer.from(to)])
      const missing = 32 - (bare.length % 32)
      const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
      const padded = Buffer.concat([bare, Buffer.alloc(missing, missing)])
      return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64')
    },
    open: (sealed: string): string => {
      const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
      const padded = Buffer.concat([cipher.update(Buffer.from(sealed, 'base64')), cipher.final()])
      const bare = padded.subarray(0, padded.length - (padded.at(-1) ?? 0))
      const length = bare.readUInt32BE(16)
      if (bare.subarray(20 + length).toString() !== receiver) throw new Error('another receiver')
      return bare.subarray(20, 20 + length).toString()
    },
    /** Query and body of a sealed callback. */
    post: (xml: string, to = receiver) => {
      const timestamp = String(Math.floor(Date.now() / 1000))
      const nonce = randomBytes(5).toString('hex')
      const sealed = platformEnvelope(token, aesKey, to).seal(xml)
      const query = { timestamp, nonce, msg_signature: sign(timestamp, nonce, sealed) }
      return {
        query: { ...query, signature: sign(timestamp, nonce), encrypt_type: 'aes' },
        body: `<xml><ToUserName><![CDATA[x]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`,
      }
    },
  }
}

/** What stands in a field of an XML that the house wrote. */
export function fieldOf(xml: string, name: string): string {
  const found = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(xml)?.[1] ?? ''
  return found.replace(/^<!\[CDATA\[([\s\S]*)\]\]>$/, '$1').replaceAll(']]]]><![CDATA[>', ']]>')
}
