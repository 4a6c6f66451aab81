import texts from '../../../locales/zh-CN/demo.yaml'

/** A text of the demonstration by its key, with `{name}` replaced by values. */
export function say(key: string, values: Readonly<Record<string, string>> = {}): string {
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
}
