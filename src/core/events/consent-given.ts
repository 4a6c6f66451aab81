/** The resident agreed to the notice whose text has this content hash (个人信息保护法 art. 14). */
export type ConsentGiven = {
  readonly type: 'consent_given'
  readonly notice: string
}
