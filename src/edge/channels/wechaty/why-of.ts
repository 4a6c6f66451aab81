/**
 * What an error of the gateway or of the line to it means. `never_left`: there was no connection, so
 * nothing was sent; `away`: the line broke, before or after; `credentials`: the token is refused.
 */
export type Why = (typeof WHYS)[number]

const WHYS = ['never_left', 'away', 'credentials', 'timeout', 'other'] as const

/** By the codes of gRPC (github.com/grpc/grpc/blob/master/doc/statuscodes.md): the library hands them on as text, too. */
export function whyOf(error: unknown): Why {
  const { code, message = '' } = (error ?? {}) as { code?: unknown; message?: string }
  const text = String(message)
  const status = typeof code === 'number' ? code : Number(/^(\d{1,2}) [A-Z_]+:/.exec(text)?.[1])
  const own = WHYS.find((why) => why === text)
  if (own) return own
  if (status === 4) return 'timeout'
  if (status === 16 || status === 7) return 'credentials'
  if (/ECONNREFUSED|ENOTFOUND|No connection established|no grpc manager|NO CLIENT/.test(text))
    return 'never_left'
  if (status === 14 || status === 13 || status === 1) return 'away'
  return 'other'
}
