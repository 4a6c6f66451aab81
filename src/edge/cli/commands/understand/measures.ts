export type Count = { readonly hits: number; readonly of: number }

/** 17/20 .850 */
export function rate({ hits, of }: Count): string {
  return `${hits}/${of} ${of === 0 ? '-' : (hits / of).toFixed(3)}`
}

/** Wilson's 95% interval of a share (z = 1.96). */
export function wilson({ hits, of }: Count): string {
  if (of === 0) return ''
  const z = 1.96
  const p = hits / of
  const middle = p + (z * z) / (2 * of)
  const half = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))
  const scale = 1 + (z * z) / of
  const [low, high] = [(middle - half) / scale, (middle + half) / scale]
  return `[${low.toFixed(3)}, ${high.toFixed(3)}]`
}

/** Precision, recall and F1 from right, extra and missed. */
export function f1(count: {
  readonly right: number
  readonly extra: number
  readonly missed: number
}): string {
  const { right, extra, missed } = count
  const share = (of: number) => (of === 0 ? '-' : (right / of).toFixed(3))
  const f = (2 * right) / Math.max(1, 2 * right + extra + missed)
  return `P ${share(right + extra)} R ${share(right + missed)} F1 ${f.toFixed(3)} (n=${right + missed})`
}
