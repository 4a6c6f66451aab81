/** Markup that is safe to send: only the `html` tag makes it. */
export type Html = { readonly html: string }

export type Fragment = Html | string | number | false | null | undefined | readonly Fragment[]

/** A tagged template that escapes every value which is not markup itself. `false` and null vanish. */
export function html(strings: TemplateStringsArray, ...values: readonly Fragment[]): Html {
  const rest = values.map((value, at) => written(value) + strings[at + 1])
  return { html: strings[0] + rest.join('') }
}

function written(value: Fragment): string {
  if (value === false || value === null || value === undefined) return ''
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  if ('html' in value) return value.html
  return value.map(written).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
