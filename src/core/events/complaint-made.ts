/** The resident wants to complain (投诉): it goes to those who lead, not to who has the case. */
export type ComplaintMade = {
  readonly type: 'complaint_made'
  readonly case: string
}
