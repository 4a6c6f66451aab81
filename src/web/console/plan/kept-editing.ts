import { useState } from 'react'
import type { Editing } from './plan-editor.tsx'

const place = (household: string) => `hearth-plan:${household}`

/** The plan that is being written for a household: kept in this tab over reloads and other screens until it is saved. */
export function useKeptEditing(household: string) {
  const [editing, set] = useState(() => read(place(household)))
  return {
    editing,
    /** Without drawing anew: the editor shows what is typed. */
    keep: (next: Editing) => write(place(household), next),
    edit: (next: Editing | null) => {
      set(next)
      write(place(household), next)
    },
  }
}

function read(key: string): Editing | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Editing | null
  } catch {
    return null
  }
}

function write(key: string, editing: Editing | null): void {
  try {
    if (editing === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(editing))
  } catch {
    // A browser that keeps nothing still has the plan on the screen.
  }
}
