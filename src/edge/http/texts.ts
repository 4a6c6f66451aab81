/** What the gate needs of a file of texts. */
export type Texts = {
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string
  readonly has: (key: string) => boolean
}
