import type { TurnIds } from '../ports/turn-ids.ts'

/** The id under which the n-th thing of a turn will be kept once it was fetched: known before it is there. */
export function reservedFile(ids: TurnIds, conversation: string, seq: number, n: number): string {
  return ids.named(`file/${conversation}/${seq}/${n}`)
}
