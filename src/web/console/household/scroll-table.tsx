import type { ReactNode } from 'react'

type Props = { readonly label: string; readonly children: ReactNode }

/** A table that scrolls to the side on a narrow screen, by keyboard as well. */
export function ScrollTable({ label, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard.
    <section className="wide-table" tabIndex={0} aria-label={label}>
      <table>{children}</table>
    </section>
  )
}
