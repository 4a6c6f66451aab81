import type { ExportedFile } from '../../../core/contract/office/household-export.ts'
import { fullMoment } from './full-moment.ts'
import { say } from './texts.ts'
import { wordOf } from './word-of.ts'

/** Who took a file out, when, what for: stands on every sheet. */
export const markOf = ({ number, by, at, purpose }: ExportedFile): string =>
  say('export.mark', { number, by, at: fullMoment(at), purpose: wordOf('purpose', purpose) })
