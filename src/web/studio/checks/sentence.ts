import type { Finding } from '../../../core/contract/studio/documents.ts'
import { say } from './texts.ts'

/** A finding as a sentence. */
export const sentenceOf = ({ code, about = '', step = '', field = '' }: Finding): string =>
  say(`code.${code}`, { about, step, field })
