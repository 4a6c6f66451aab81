/** Who may be asked for help outside the house, and what they are told. */

/** A partner of the district (转介单位): an organisation that takes over a household for one need. */
export type Partner = {
  readonly id: string
  readonly name: string
  readonly does: string
  readonly needs: readonly string[]
  /** 9-digit codes. */
  readonly streets: readonly string[] | 'all'
  /** Invented. */
  readonly sample: boolean
}

/** An office of the joint help (救助联合体成员单位). */
export type Department = {
  readonly id: string
  readonly name: string
  /** Working days it is given when nobody says otherwise. */
  readonly within: number
  /** What it is asked for, in words. */
  readonly asks: string
}

export type PartnerBook = {
  readonly partners: readonly Partner[]
  readonly departments: readonly Department[]
}

/** What may go along; nothing goes that is not chosen (最小必要). */
export const GIVEN_PARTS = [
  'name',
  'phone',
  'committee',
  'address',
  'people',
  'needs',
  'grade',
] as const

export type GivenPart = (typeof GIVEN_PARTS)[number]

/** What goes along, as it is read at the other end; needs and grade are codes. */
export type Given = Partial<Readonly<Record<GivenPart, string>>>

/**
 * How somebody agreed that this is told to this partner (单独同意, 个人信息保护法 art. 23). In an emergency none is
 * needed (art. 13(4)); then the reason is written instead.
 */
export const CONSENT_WAYS = ['in_person', 'phone', 'written', 'message', 'emergency'] as const

export type ConsentWay = (typeof CONSENT_WAYS)[number]

/** Why a partner gives a household back (退回原因). */
export const RETURN_REASONS = ['full', 'not_ours', 'unreachable', 'declined', 'other'] as const

export type ReturnReason = (typeof RETURN_REASONS)[number]

/** Days for which a link works: two weeks, so that a holiday does not end it. */
export const LINK_DAYS = 14

/** Working days in which a partner says whether it takes the household. */
export const ACCEPT_WITHIN = 3

/** Partners for these streets, those that help with one of the needs first. */
export function partnersFor(
  { partners }: PartnerBook,
  street: string | null,
  needs: readonly string[],
): readonly Partner[] {
  const here = partners.filter(
    ({ streets }) => streets === 'all' || (street !== null && streets.includes(street)),
  )
  const fits = (partner: Partner) => partner.needs.some((need) => needs.includes(need))
  return [...here.filter(fits), ...here.filter((partner) => !fits(partner))]
}
