import { useEffect, useRef } from 'react'
import { pressed } from './use-keys.ts'

/** The one listener for keys of the page. Ctrl/⌘ K opens the command box from anywhere. */
export function usePressedKeys(command: () => void): void {
  const open = useRef(command)
  open.current = command
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!isCommand(event)) return pressed(event)
      event.preventDefault()
      open.current()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
}

const isCommand = ({ key, ctrlKey, metaKey, isComposing }: KeyboardEvent) =>
  !isComposing && (ctrlKey || metaKey) && key.toLowerCase() === 'k'
