import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { isFailure, sentenceOf, signedOut } from '../../shared/api/call.ts'
import { useSignal } from '../../shared/use-signal.ts'
import type { Opened } from '../api/documents.ts'
import { type Other, putAwayDraft, saveDraft } from './save-draft.ts'
import type { Draft } from './use-draft.ts'

/** Milliseconds without a key before the draft is saved; whoever types on and on is saved this often. */
const REST = 1_500
const LONGEST = 15_000
const SHORTEST = 200

/** Milliseconds after which a save that failed is tried again. */
const AGAIN = 5_000

export type Saving = {
  /** Saves now what is not saved yet; false when it could not. */
  readonly save: () => Promise<boolean>
  /** When it was last saved: ISO 8601, null = there is no draft. */
  readonly savedAt: string | null
  /** Why the last save failed, as a sentence; it is tried again. */
  readonly trouble: string | null
  /** Somebody else's draft that came in between: nothing is saved until one has chosen. */
  readonly other: Other | null
  /** Goes on with this text over the other's draft. */
  readonly choose: (text: string) => void
  /** Puts the draft away; false when somebody else's came in between. */
  readonly discard: () => Promise<boolean>
}

/** The draft goes to the server by itself: soon after the last key, and again when the line or the sign-in is back. */
export function useSaving(opened: Opened, draft: Draft): Saving {
  const { path, mayEdit } = opened
  const queries = useQueryClient()
  const [savedAt, setSavedAt] = useState(opened.draft?.at ?? null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [other, meet] = useState<Other | null>(null)
  const isOut = useSignal(signedOut)
  const now = useRef(draft)
  now.current = draft
  const running = useRef<Promise<boolean> | null>(null)

  const write = useCallback(async (): Promise<boolean> => {
    const { text, version, settle } = now.current
    try {
      const saved = await saveDraft(path, { text, version })
      if ('other' in saved) {
        meet(saved.other)
        return false
      }
      // Whoever waits for this save goes on before the next frame is drawn.
      now.current = { ...now.current, stored: text, version: saved.version }
      settle(text, saved.version)
      setSavedAt(new Date().toISOString())
      setTrouble(null)
      void queries.invalidateQueries({ queryKey: ['documents'] })
      return true
    } catch (error) {
      const isSignedOut = isFailure(error) && error.status === 401
      setTrouble(isSignedOut ? null : sentenceOf(error))
      return false
    }
  }, [path, queries])

  /** One after the other: two at once would meet each other as strangers. */
  const save = useCallback(async (): Promise<boolean> => {
    while (running.current !== null) await running.current
    if (now.current.text === now.current.stored) return true
    running.current = write().finally(() => {
      running.current = null
    })
    return running.current
  }, [write])

  const { text, isDirty } = draft
  const dirtySince = useRef(0)
  if (!isDirty) dirtySince.current = 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key begins the rest anew
  useEffect(() => {
    if (!mayEdit || !isDirty || isOut || other) return
    dirtySince.current ||= Date.now()
    const left = dirtySince.current + LONGEST - Date.now()
    const wait = trouble === null ? Math.max(SHORTEST, Math.min(REST, left)) : AGAIN
    const timer = setInterval(() => void save(), wait)
    return () => clearInterval(timer)
  }, [text, mayEdit, isDirty, isOut, other, trouble, save])
  useEffect(() => {
    const leave = () => {
      if (document.hidden && mayEdit && !other) void save()
    }
    document.addEventListener('visibilitychange', leave)
    return () => document.removeEventListener('visibilitychange', leave)
  }, [mayEdit, other, save])

  const choose = (chosen: string) => {
    if (!other) return
    const { version } = other
    draft.settle(other.text ?? opened.base, version)
    draft.change(chosen)
    meet(null)
  }
  const discard = async (): Promise<boolean> => {
    while (running.current !== null) await running.current
    const away = await putAwayDraft(path, now.current.version)
    if ('other' in away) {
      meet(away.other)
      return false
    }
    draft.settle(opened.base, away.version)
    draft.change(opened.base)
    setSavedAt(null)
    await queries.invalidateQueries({ queryKey: ['documents'] })
    return true
  }
  return { save, savedAt, trouble, other, choose, discard }
}
