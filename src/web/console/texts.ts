import texts from '../../../locales/zh-CN/console.yaml'

type Values = Readonly<Record<string, string | number>>

/** A text of the console by its key, with `{name}` replaced by values. */
export function say(key: string, values: Values = {}): string {
  const text = texts[key] ?? key
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
}

export const has = (key: string): boolean => key in texts
