/**
 * A call names the talk that this page shows: another tab may have ended it meanwhile, and words for
 * one talk never go into the other.
 */
export function addressOf(path: string, more = ''): string {
  const talk = document.getElementById('chat')?.dataset.talk ?? ''
  return `${path}?talk=${talk}${more}`
}
