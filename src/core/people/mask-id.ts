/** An identity number as lists show it: `**************123X`. */
export function maskId(number: string): string {
  return number.length < 8 ? '****' : `${'*'.repeat(number.length - 4)}${number.slice(-4)}`
}
