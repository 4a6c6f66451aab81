/** Enough of a phone number to know one's own, too little to call: `138****8000`, `021****5678`. */
export function maskPhone(phone: string): string {
  if (phone.length < 7) return '****'
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}
