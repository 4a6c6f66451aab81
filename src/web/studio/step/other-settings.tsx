import { useEffect, useState } from 'react'
import { parse, stringify } from 'yaml'
import { isRecord } from '../yaml/render.ts'
import { same } from '../yaml/rewrite.ts'
import { TextArea } from './text-area.tsx'
import { say } from './texts.ts'
import { useStep } from './write.ts'

/** Settings that this form does not know stay, and are shown as they are written. */
export function OtherSettings({ known }: { readonly known: readonly string[] }) {
  const { value, write, mayEdit } = useStep()
  const others = Object.fromEntries(Object.entries(value).filter(([key]) => !known.includes(key)))
  const written = stringify(others)
  const [typed, type] = useState(written)
  useEffect(() => type(written), [written])
  if (Object.keys(others).length === 0) return null
  const next = read(typed)
  const keep = () => {
    if (!next || same(next, others)) return
    for (const key of new Set([...Object.keys(others), ...Object.keys(next)])) {
      if (!same(others[key], next[key])) write(key, next[key])
    }
  }
  return (
    <div className="field">
      <label htmlFor="field-others">{say('others')}</label>
      <TextArea
        id="field-others"
        className="code"
        value={typed}
        disabled={!mayEdit}
        onChange={({ target }) => type(target.value)}
        onBlur={keep}
      />
      {next === null && <span className="bad">{say('no_yaml')}</span>}
    </div>
  )
}

function read(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = parse(text) ?? {}
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}
