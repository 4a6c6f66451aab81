export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  /**
   * `number` has digits only. `help`: one of those who come or listen at once. `own`: a mobile, somebody's
   * own. `href`: calls or writes.
   */
  | {
      readonly kind: 'phone'
      readonly text: string
      readonly number: string
      readonly help: boolean
      readonly own: boolean
      readonly href: string
    }

/** Emergency and service numbers have at most six digits; longer ones are somebody's own. */
const SHORT = 6

/**
 * What can be dialled: 110 112 119 120 122, five-digit service lines (12xxx, 95xxx, 96xxx or six of
 * 96xxxx), 12110 with an area code (the police by text message), 400 and 800 numbers, landlines with area code, mobiles. What comes before is caught too,
 * because browsers before Safari 16.4 cannot look behind. Not an amount (`12345元`), not a part of a
 * longer number.
 */
const PHONE =
  /(^|[^\d.,-])(1(?:10|12|19|20|22)|12110(?:0\d{2,3})?|(?:12|95)\d{3}|96\d{3,4}|[48]00[- ]?\d{3}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}|1[3-9]\d(?:[- ]?\d{4}){2})(?![\d.,-]*\d|\s*[元块人户万分天岁年月%])/g

/** 12110 is no number to call: who must not be heard writes to it. */
const POLICE_BY_TEXT = /^12110/

const MOBILE = /^1\d{10}$/

/** A text cut into plain parts and telephone numbers, in order. */
export function segments(text: string): readonly Segment[] {
  const parts: Segment[] = []
  let from = 0
  for (const found of text.matchAll(PHONE)) {
    const [, before = '', phone = ''] = found
    const start = found.index + before.length
    if (start > from) parts.push({ kind: 'text', text: text.slice(from, start) })
    const number = phone.replace(/\D/g, '')
    const writes = POLICE_BY_TEXT.test(number)
    const help = writes || number.length <= SHORT
    parts.push({
      kind: 'phone',
      text: phone,
      number,
      help,
      own: MOBILE.test(number),
      href: `${writes ? 'sms' : 'tel'}:${number}`,
    })
    from = start + phone.length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}
