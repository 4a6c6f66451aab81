const TALK = 'hearth-talk'
const FORGET = 'hearth-forget'

/**
 * Other tabs of this browser: where one begins another talk, they show it too, and where one forgets,
 * none keeps anything.
 */
export function stayInStep(talk: string, forget: () => void): void {
  try {
    localStorage.setItem(TALK, talk)
  } catch {
    return
  }
  addEventListener('storage', ({ key, newValue }) => {
    if (key === FORGET) forget()
    if (key === TALK && newValue !== null && newValue !== talk) location.reload()
  })
}

export function tellOthersToForget(): void {
  try {
    localStorage.setItem(FORGET, String(Date.now()))
  } catch {
    // No storage: other tabs are told by the house at their next message.
  }
}
