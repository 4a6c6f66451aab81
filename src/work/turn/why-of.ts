import { isProblem } from '../../core/errors.ts'

/**
 * What a log may say of an error: its code or kind, and where it was thrown. Never its message: that
 * may quote what somebody wrote.
 */
export function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (isProblem(error)) return error.code
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const place = /^\s+at .*?([\w-]+\.ts:\d+)/m.exec(error.stack ?? '')?.[1]
  return `${error.name}${code}${place ? ` at ${place}` : ''}`
}
