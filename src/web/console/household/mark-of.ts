import type { ExportedFile } from '../../../core/contract/office/household-export.ts'
import { moment } from '../parts/moment.ts'
import { say } from './texts.ts'
import { wordOf } from './word-of.ts'

/** Who took a file out, when, what for: stands on every sheet. */
export const markOf = ({ number, by, at, purpose }: ExportedFile): string =>
  say('export.mark', { number, by, at: moment(at), purpose: wordOf('purpose', purpose) })
