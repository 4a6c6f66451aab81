import type { TurnInput } from '../ports/turns.ts'

/** Ids under which a platform keeps what came besides words, from the resident or from an adviser who writes there. */
export function fetchesOf(input: TurnInput): readonly string[] {
  if (input.kind === 'media') return input.fetch ?? []
  return attachedThere(input)?.fetch ?? []
}

/** What an adviser attached in the platform's own client, for the house to fetch. */
export function attachedThere(input: TurnInput) {
  return input.kind === 'desk' && input.desk.act === 'said' ? input.desk.there : undefined
}
