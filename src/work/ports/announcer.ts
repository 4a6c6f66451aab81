/** What open consoles and chats may want to look at again. Ids only. */
export type News =
  | { readonly about: 'conversation'; readonly conversation: string; readonly seq: number }
  /** The queue; a street where it is known to be only that one. */
  | { readonly about: 'cases'; readonly district: string; readonly street?: string }
  | { readonly about: 'case'; readonly district: string; readonly number: string }
  | { readonly about: 'alerts'; readonly district: string }
  | { readonly about: 'notices'; readonly district: string }

/** Tells whoever watches, after the commit. Losing news is harmless: everybody also polls. */
export type Announcer = (news: News) => void
