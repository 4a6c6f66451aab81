export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  /** The number of a request, `4738-2915`: read out and copied whole. */
  | { readonly kind: 'request'; readonly text: string }
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
 * longer number. And numbers of requests, which nobody answers.
 */
const NUMBERS =
  /(^|[^\d.,-])(?:(1(?:10|12|19|20|22)|12110(?:0\d{2,3})?|(?:12|95)\d{3}|96\d{3,4}|[48]00[- ]?\d{3}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}|1[3-9]\d(?:[- ]?\d{4}){2})|(\d{4}-\d{4}))(?![\d.,-]*\d|\s*[元块人户万分天岁年月%])/g

/** 12110 is no number to call: who must not be heard writes to it. */
const POLICE_BY_TEXT = /^12110/

const MOBILE = /^1\d{10}$/

/** A text cut into plain parts, telephone numbers and numbers of requests, in order. */
export function segments(text: string): readonly Segment[] {
  const parts: Segment[] = []
  let from = 0
  for (const found of text.matchAll(NUMBERS)) {
    const [, before = '', phone, request = ''] = found
    const start = found.index + before.length
    if (start > from) parts.push({ kind: 'text', text: text.slice(from, start) })
    parts.push(phone ? phoneOf(phone) : { kind: 'request', text: request })
    from = start + (phone ?? request).length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

function phoneOf(text: string): Segment {
  const number = text.replace(/\D/g, '')
  const writes = POLICE_BY_TEXT.test(number)
  return {
    kind: 'phone',
    text,
    number,
    help: writes || number.length <= SHORT,
    own: MOBILE.test(number),
    href: `${writes ? 'sms' : 'tel'}:${number}`,
  }
}
