import type { StoredTalk } from '../../../core/dialog/rehearse/stored-talk.ts'
import type { Texts } from '../texts.ts'

/** A story that the demonstration tells: the lines of a stored talk, as its person types them. */
export type Story = {
  readonly name: string
  /** 9-digit street of the link it comes through. */
  readonly street: string | undefined
  readonly says: readonly string[]
}

/** What a demonstration shows besides chat and console. */
export type Demo = { readonly texts: Texts; readonly stories: readonly Story[] }

/** The same file that is played at every check is what visitors see. */
export function storyOf({ name, preset, talk }: StoredTalk): Story {
  const says = talk.flatMap((line) => ('me' in line ? [line.me] : []))
  return { name, street: preset, says }
}
