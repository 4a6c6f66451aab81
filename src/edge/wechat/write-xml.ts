/** A field of a platform's XML with its text in CDATA; what XML cannot hold is left out. */
export function cdata(name: string, text: string): string {
  const clean = text.replace(FORBIDDEN, '').replaceAll(']]>', ']]]]><![CDATA[>')
  return `<${name}><![CDATA[${clean}]]></${name}>`
}

/** XML 1.0, 2.2: control characters, and halves of surrogate pairs. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be left out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
