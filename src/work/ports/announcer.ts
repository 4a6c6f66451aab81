/** What open consoles and chats may want to look at again. Ids only. */
export type News =
  | { readonly about: 'conversation'; readonly conversation: string; readonly seq: number }
  | { readonly about: 'cases'; readonly district: string }

/** Tells whoever watches, after the commit. Losing news is harmless: everybody also polls. */
export type Announcer = (news: News) => void
