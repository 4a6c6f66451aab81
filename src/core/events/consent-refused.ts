/** The resident did not agree: nothing of the request is kept. */
export type ConsentRefused = {
  readonly type: 'consent_refused'
  readonly notice: string
}
