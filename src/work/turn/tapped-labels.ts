import type { ConversationRef, StoredTurn } from '../ports/turns.ts'
import type { TurnParts } from './parts.ts'

/**
 * Labels of options that were tapped when their question was no longer the last one, by option id: a
 * correction. They stand in an earlier turn, so the whole talk is read, and only then.
 */
export async function tappedLabels(
  parts: TurnParts,
  ref: ConversationRef,
  turns: readonly StoredTurn[],
): Promise<ReadonlyMap<string, string>> {
  if (!turns.some(isUnnamed)) return NONE
  const options = (await parts.turns.read(ref, 1))
    .flatMap(({ content }) => content?.out ?? [])
    .flatMap((message) => message.options ?? [])
  return new Map(options.map(({ id, label }) => [id, label]))
}

const NONE: ReadonlyMap<string, string> = new Map()

const isUnnamed = ({ content }: StoredTurn) =>
  content?.in.kind === 'tap' && content.tapped === undefined
