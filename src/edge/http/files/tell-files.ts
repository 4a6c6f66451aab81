import type { Shown } from '../../../work/ports/chat.ts'
import type { FileKind, KeptFile } from '../../../work/ports/files.ts'
import type { Talking, Talks } from '../chat/talks.ts'

const KINDS: readonly FileKind[] = ['image', 'audio', 'file']

/** Tells the conversation what was kept, one message for each kind; gives the replies. */
export async function tellFiles(
  talks: Talks,
  talking: Talking,
  id: string,
  kept: readonly KeptFile[],
): Promise<readonly Shown[]> {
  const replies: Shown[] = []
  for (const media of KINDS) {
    const files = kept.filter(({ kind }) => kind === media).map((file) => file.id)
    if (files.length === 0) continue
    const incoming = { kind: 'media', media, count: files.length, files } as const
    const { messages } = await talks.tell(talking, `${id}/${media}`, incoming)
    replies.push(...messages)
  }
  return replies
}
