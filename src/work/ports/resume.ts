/** Who a conversation belongs to, as its channel names people. */
export type TalkHolder = {
  readonly conversation: string
  readonly channel: string
  readonly account: string
  readonly user: string
}

export type ResumePair = {
  /** Number of the case, `4738-2915`. */
  readonly number: string
  /** Digits only. */
  readonly phone: string
}

/** Carrying on in another client (换一部手机接着说). `id` is the conversation of the new client's token. */
export type Resume = {
  /** Tells the old client a code when number and phone belong together; says nothing otherwise. */
  readonly ask: (pair: ResumePair, id: string) => Promise<void>
  /** Whether the new client now speaks in the old talk. Five tries, ten minutes. */
  readonly confirm: (id: string, code: string) => Promise<boolean>
  /** Null while it is not confirmed, and after an erasure. */
  readonly holderOf: (id: string) => Promise<TalkHolder | null>
}

export type ResumeStore = Pick<Resume, 'holderOf'> & {
  /** The conversation of a case that gave this phone number. */
  readonly findTalk: (pair: ResumePair) => Promise<string | null>
  /** Gives the code of a ticket, the same each time: two groups of three digits. */
  readonly openTicket: (id: string, conversation: string) => Promise<string>
  /** The conversation, when the code is right and in time. */
  readonly confirm: (id: string, code: string) => Promise<string | null>
}
