/** Consent was withdrawn (个人信息保护法 art. 15): the file is erased within a day. */
export type WithdrawalAsked = {
  readonly type: 'withdrawal_asked'
  readonly case: string | null
}
