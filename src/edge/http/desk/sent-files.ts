import { problem } from '../../../core/errors.ts'
import type { Sent } from '../../../work/ports/desk.ts'
import type { FileKind } from '../../../work/ports/files.ts'
import type { Gate } from '../parts.ts'

const KINDS: readonly FileKind[] = ['image', 'audio', 'file']

/**
 * The files of a reply by kind, each with a word for clients that show no files. What is not kept
 * with this conversation is refused: an id of another one opens nothing.
 */
export async function sentFiles(
  gate: Gate,
  conversation: string,
  ids: readonly string[],
): Promise<readonly Sent[]> {
  const kinds = new Map<string, FileKind>()
  for (const id of new Set(ids)) {
    const file = await gate.files.read(conversation, id)
    if (!file) throw problem('bad_request', { field: 'files' })
    kinds.set(id, file.kind)
  }
  return KINDS.flatMap((kind) => {
    const files = [...kinds].filter(([, is]) => is === kind).map(([id]) => id)
    return files.length === 0 ? [] : [{ kind, files, words: gate.texts.desk.say(`sent.${kind}`) }]
  })
}
