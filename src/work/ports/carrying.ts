import type { NotCarried } from '../../core/dialog/carry/sheets.ts'

/** A flow that came from another program, as the text of its file, and what could not come along. */
export type CarriedFlow = {
  /** flows/<file>.yaml */
  readonly path: string
  readonly text: string
  readonly left: readonly NotCarried[]
}

/** Flows from and to the files of other programs. Throws bad_file for what is none of them. */
export type Carrying = {
  /** An XLSForm workbook (.xlsx), or an export of RapidPro or TextIt (.json). */
  readonly read: (name: string, bytes: Uint8Array) => Promise<readonly CarriedFlow[]>
  /** The questions of a flow as an XLSForm workbook. */
  readonly write: (
    flow: string,
  ) => Promise<{ readonly bytes: Uint8Array; readonly left: readonly NotCarried[] }>
}
