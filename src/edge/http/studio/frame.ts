import type { z } from 'zod'
import { troubles } from '../desk/frame.ts'

export { iso, mustAct, nothing } from '../desk/frame.ts'

export const frame = { tags: ['studio'], security: [{ desk: [] }] }

/** Answers of a call that gives this shape. */
export const gives = <Shape extends z.ZodType>(shape: Shape) => ({ 200: shape, ...troubles })

/** A whole document and its JSON quoting: three bytes a character of Chinese, and escapes. */
export const DOCUMENT_LIMIT = 8_000_000
