/** Keys that an input method is still using: `Process` of old browsers has code 229. */
const COMPOSING = 229

const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]'

/** Widgets that have keys of their own, and questions that must be answered first. */
const OWN_KEYS = '[role=combobox], [role=listbox], [role=menu], [role=tablist], [role=dialog]'

/**
 * True for a key that may act at once: nobody is typing or composing, and no modifier is held. Enter
 * belongs to the link or button that has the focus.
 */
export function isPlainKey(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === COMPOSING || event.defaultPrevented) return false
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const { target } = event
  if (!(target instanceof Element)) return true
  if (target.closest(TYPING) !== null) return false
  if (event.key === 'Enter') return target.closest('a, button, summary') === null
  return target.closest(OWN_KEYS) === null
}
