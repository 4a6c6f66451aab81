import texts from '../../../locales/zh-CN/console.yaml'

type Values = Readonly<Record<string, string | number>>

/** The texts of one file: by key, with `{name}` replaced by values. */
export function sayFrom(all: Readonly<Record<string, string>>) {
  return (key: string, values: Values = {}): string => {
    const text = all[key] ?? key
    return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
  }
}

/** A text of the console by its key. */
export const say = sayFrom(texts)

export const has = (key: string): boolean => key in texts
