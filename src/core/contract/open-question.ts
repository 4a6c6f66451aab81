type Spoken = {
  readonly from: string
  readonly options?: readonly unknown[] | undefined
}

/**
 * Index of the question that is open: the last message with options, unless the resident spoke after
 * it; -1 = none. (A loop, because old phones have no findLastIndex.)
 */
export function openQuestion(messages: readonly Spoken[]): number {
  for (let at = messages.length - 1; at >= 0; at--) {
    if (messages[at]?.from === 'resident') return -1
    if (messages[at]?.options?.length) return at
  }
  return -1
}
