/** What a resident says with one form: words, or the id of an option. */
export type Words = { readonly text: string } | { readonly option: string }

/** On its way to the server, with the id that makes a second delivery harmless. */
export type Parcel = {
  readonly id: string
  readonly words: Words
  /** How it reads in the log. */
  readonly shown: string
}
