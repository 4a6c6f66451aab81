import type { Outgoing } from '../../events/outgoing.ts'

/** What one turn says, as messages that go out on their own. `places`: which of the turn's messages each holds. */
export type Merged = { readonly message: Outgoing; readonly places: readonly number[] }

/** Strongest first: a message is treated as the weightiest thing it says. */
const WEIGHT: readonly Outgoing['urgency'][] = ['urgent', 'receipt', 'notice', 'question']

/**
 * Messages of one turn as one, where a platform counts how many it is sent, or each costs: neighbours of
 * the same speaker are joined. Options stay those of the last that has any; a message with options
 * ends the joining, because they belong to what stands right above them.
 */
export function mergeTurn(messages: readonly Outgoing[], merges: boolean): readonly Merged[] {
  const merged: Merged[] = []
  for (const [place, message] of messages.entries()) {
    const last = merged.at(-1)
    if (merges && last && joins(last.message, message)) {
      merged[merged.length - 1] = {
        message: joined(last.message, message),
        places: [...last.places, place],
      }
    } else merged.push({ message, places: [place] })
  }
  return merged
}

function joins(one: Outgoing, other: Outgoing): boolean {
  const same = one.from === other.from && one.by === other.by
  return same && !one.options?.length && !one.media
}

function joined(one: Outgoing, other: Outgoing): Outgoing {
  const text = [one.text, other.text].filter((each) => each !== '').join('\n\n')
  const urgency = WEIGHT.find((each) => each === one.urgency || each === other.urgency)
  return { ...other, text, urgency: urgency ?? other.urgency }
}
