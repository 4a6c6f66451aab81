/** `1,595 元` of fen, without fractions where there are none. */
export function yuan(fen: number): string {
  const whole = fen % 100 === 0
  return (fen / 100).toLocaleString('zh-CN', {
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: 2,
  })
}

/** Fen of typed yuan; null when it is no amount. */
export function fenOf(typed: string): number | null {
  const text = typed.normalize('NFKC').replaceAll(/[,\s]/g, '')
  return /^\d{1,8}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : null
}
