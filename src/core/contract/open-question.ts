type Spoken = {
  readonly from: string
  readonly options?: readonly unknown[] | undefined
}

/**
 * Index of the question that is open: the last message with options, unless the resident spoke after
 * it, or an adviser (who is answered in words); -1 = none. (A loop, because old phones have no findLastIndex.)
 */
export function openQuestion(messages: readonly Spoken[]): number {
  for (let at = messages.length - 1; at >= 0; at--) {
    if (ANSWERED.includes(messages[at]?.from ?? '')) return -1
    if (messages[at]?.options?.length) return at
  }
  return -1
}

const ANSWERED = ['resident', 'adviser']
