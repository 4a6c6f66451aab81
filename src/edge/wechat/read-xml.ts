import { XMLParser } from 'fast-xml-parser'

/** The fields of a platform's `<xml>` by name; of two with one name the first counts. */
export type XmlFields = ReadonlyMap<string, string>

/**
 * Reads what a platform posts: `<xml>` with fields of plain text or CDATA. Values stay text (message ids have
 * 64 bits), entities stay as they are. Null for what is not that: a DOCTYPE, a comment, no `<xml>`. Of a
 * name that comes twice the first counts: platforms write the sender before the words, so no words
 * can put another sender in their place. Never throws.
 */
export function readXml(bytes: Uint8Array): XmlFields | null {
  const text = new TextDecoder().decode(bytes)
  if (hasDeclarations(text)) return null
  try {
    const { xml }: { xml?: unknown } = PARSER.parse(text)
    return xml && typeof xml === 'object' && !Array.isArray(xml) ? fieldsOf(xml) : null
  } catch {
    return null
  }
}

const PARSER = new XMLParser({
  parseTagValue: false,
  processEntities: false,
  trimValues: false,
  ignoreAttributes: true,
})

/** Outside of CDATA nothing may begin with `<!`: residents may well write `<!DOCTYPE` themselves. */
function hasDeclarations(text: string): boolean {
  let at = 0
  for (;;) {
    const found = text.indexOf('<!', at)
    if (found < 0) return false
    if (!text.startsWith('<![CDATA[', found)) return true
    const end = text.indexOf(']]>', found)
    if (end < 0) return true
    at = end + 3
  }
}

function fieldsOf(xml: object): XmlFields {
  const fields = new Map<string, string>()
  for (const [name, value] of Object.entries(xml)) {
    const first: unknown = Array.isArray(value) ? value[0] : value
    if (typeof first === 'string') fields.set(name, first)
  }
  return fields
}
