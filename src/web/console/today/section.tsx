import type { ReactNode } from 'react'
import { say } from './texts.ts'

type Props = { readonly name: string; readonly count: number; readonly children: ReactNode }

/** One part of the day; a part without anything is not shown. */
export function Section({ name, count, children }: Props) {
  if (count === 0) return null
  return (
    <section aria-labelledby={`today-${name}`} className={`today-${name}`}>
      <h2 id={`today-${name}`}>
        {say(`section.${name}`)} <span className="count">{count}</span>
      </h2>
      <ul>{children}</ul>
    </section>
  )
}
