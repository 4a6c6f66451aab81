import { useState } from 'react'
import { uuid } from '../../shared/uuid.ts'
import { type Filling, newFilling } from './filling.ts'

const place = (household: string) => `hearth-assessment:${household}`

/** What is being filled in at the desk: kept in this tab over reloads until it is confirmed. */
export function useKeptFilling(household: string) {
  const [filling, set] = useState(() => read(place(household)))
  return {
    filling,
    keep: (next: Filling) => {
      set(next)
      try {
        sessionStorage.setItem(place(household), JSON.stringify(next))
      } catch {
        // A browser that keeps nothing still has the form on the screen.
      }
    },
    clear: () => {
      set(newFilling(uuid()))
      sessionStorage.removeItem(place(household))
    },
  }
}

function read(key: string): Filling {
  const fresh = newFilling(uuid())
  try {
    return { ...fresh, ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Filling>) }
  } catch {
    return fresh
  }
}
