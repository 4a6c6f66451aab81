/** Something that a check found; the same shape as the server's. */
export type Finding = {
  readonly level: 'error' | 'warning'
  readonly code: string
  readonly path: string
  readonly flow?: string
  readonly step?: string
  readonly field?: string
  readonly about?: string
  /** 1-based. */
  readonly line?: number
  readonly key: string
  /** A warning that stands in what is in force as well: it needs no tick. */
  readonly known?: boolean
}
