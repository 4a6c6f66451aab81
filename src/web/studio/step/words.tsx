import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { say } from './texts.ts'

/** Words of a setting, as they are written. */
export const wordsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : []

type WordsProps = {
  readonly id?: string
  readonly label: string
  readonly words: readonly string[]
  readonly isOff: boolean
  /** Undefined when none are left. */
  readonly keep: (words: readonly string[] | undefined) => void
}

/** Several words, with any sign between them. */
export function Words({ id, label, words, isOff, keep }: WordsProps) {
  const joined = words.join(say('comma'))
  const [typed, type] = useState(joined)
  useEffect(() => type(joined), [joined])
  const read = () => {
    const next = typed
      .split(/[,，、;；\n]+/)
      .map((word) => word.trim())
      .filter(Boolean)
    if (next.join() !== words.join()) keep(next.length > 0 ? next : undefined)
  }
  return (
    <Input
      id={id}
      aria-label={label}
      placeholder={say('option.words_hint')}
      value={typed}
      disabled={isOff}
      onChange={({ target }) => type(target.value)}
      onBlur={read}
      onPressEnter={read}
    />
  )
}
