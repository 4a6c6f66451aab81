import { homeToken } from '../../../core/casework/home-token.ts'
import { blindIndex, type KeyRing } from '../seal/key-ring.ts'

/**
 * Blind indexes of whole values, by which two files are found to be of one household. Not salted by the
 * street: whoever looks for them has the whole value.
 */
export function exactIndex(
  ring: KeyRing,
  { phone = null, idNumber = null, address = null }: Exact,
): readonly Buffer[] {
  const digits = phone?.replaceAll(/\D/g, '') ?? ''
  const home = homeToken(address)
  return [
    ...(digits.length >= 7 ? [blindIndex(ring, `exact\nphone:${digits}`)] : []),
    ...(idNumber ? [blindIndex(ring, `exact\nid:${idNumber}`)] : []),
    ...(home === null ? [] : [blindIndex(ring, `exact\nhome:${home}`)]),
  ]
}

type Exact = {
  readonly phone?: string | null
  readonly idNumber?: string | null
  readonly address?: string | null
}
