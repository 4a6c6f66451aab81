/** What was written and is not saved, kept on this computer: a crash or a sign-out loses nothing. */
type Copy = {
  readonly text: string
  /** The draft on the server that it was written over, and its version. */
  readonly base: string
  readonly version: number
  readonly at: string
}

const keyOf = (path: string) => `hearth-studio ${path}`

export function keepCopy(path: string, copy: Copy | null): void {
  try {
    if (copy === null) localStorage.removeItem(keyOf(path))
    else localStorage.setItem(keyOf(path), JSON.stringify(copy))
  } catch {
    // Without storage the page itself is the only copy.
  }
}

export function copyOf(path: string): Copy | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(path)) ?? 'null')
    return isCopy(kept) ? kept : null
  } catch {
    return null
  }
}

function isCopy(kept: unknown): kept is Copy {
  const { text, base, version, at } = (kept ?? {}) as Record<string, unknown>
  const texts = [text, base, at].every((each) => typeof each === 'string')
  return texts && typeof version === 'number'
}
