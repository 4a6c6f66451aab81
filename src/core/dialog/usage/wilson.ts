/** A share with the range in which the true one lies, 19 times of 20. */
export type Share = { readonly share: number; readonly low: number; readonly high: number }

/** 95 %: the quantile of the normal distribution at 0.975. */
const Z = 1.959964

/**
 * The share of `hits` in `of` with its Wilson interval (E. B. Wilson, 1927): holds for few cases and for shares near 0
 * and 1, where the ordinary one gives less than nothing. Null where nobody was asked.
 */
export function wilson(hits: number, of: number): Share | null {
  if (of <= 0) return null
  const share = hits / of
  const scale = 1 + (Z * Z) / of
  const middle = share + (Z * Z) / (2 * of)
  const width = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  return {
    share,
    low: Math.max(0, (middle - width) / scale),
    high: Math.min(1, (middle + width) / scale),
  }
}

export type Range = { readonly by: number; readonly low: number; readonly high: number }

/**
 * How far the second share lies above the first, with the interval of the difference (R. G. Newcombe, 1998, method 10:
 * the Wilson intervals of both put together; holds for few cases).
 */
export function shareDifference(a: Share, b: Share): Range {
  const by = b.share - a.share
  return {
    by,
    low: by - Math.hypot(b.share - b.low, a.high - a.share),
    high: by + Math.hypot(b.high - b.share, a.share - a.low),
  }
}

/** Whether two shares lie so far apart that chance hardly makes it: their ranges do not meet. */
export function apart(a: Share, b: Share): boolean {
  return a.high < b.low || b.high < a.low
}
