import { useCallback, useEffect, useRef, useState } from 'react'
import type { Begin, Move } from '../../../core/dialog/rehearse/moves.ts'
import type { Persona } from '../../../core/dialog/rehearse/persona.ts'
import type { PlacedMove } from '../../../core/dialog/rehearse/replay.ts'
import { useResting } from '../documents/use-resting.ts'
import { studioWorker } from '../worker/ask-worker.ts'
import type { Script, Unplayable, View } from './view.ts'

/** A persona that goes on and on is stopped here: no talk takes half of it. */
const MOST = 60

/** Talks stay while one looks at something else, by the path of their flow. */
const kept = new Map<string, Script>()

export type Talk = {
  readonly view: View | null
  readonly broken: Unplayable | null
  /** The player itself failed. */
  readonly lost: boolean
  readonly make: (move: Move) => void
  /** The talk as it stood after so many moves. */
  readonly backTo: (moves: number) => void
  readonly beginAnew: (begin: Begin) => void
  /** The same talk, begun in another way. */
  readonly retell: (begin: Begin) => void
  /** One answer of this person, or all until the end; false = nothing more is written. */
  readonly answer: (persona: Persona, all: boolean) => Promise<boolean>
}

/** A talk that is played on the text as it is written; `given`: when the player got its house, 0 = not yet. */
export function useTalk(path: string, text: string, given: number, first: Begin): Talk {
  const [view, show] = useState<View | null>(null)
  const [broken, setBroken] = useState<Unplayable | null>(null)
  const [lost, lose] = useState(false)
  const written = useResting(text)
  const here = useRef<View | null>(null)
  const line = useRef<Promise<unknown>>(Promise.resolve())

  const play = useCallback(
    async (script: Script): Promise<View | null> => {
      kept.set(path, script)
      const played = await studioWorker().play(script)
      const isView = 'turns' in played
      setBroken(isView ? null : played)
      if (!isView) return null
      here.current = played
      show(played)
      return played
    },
    [path],
  )

  /** One after the other: whoever types faster than the talk is played loses no word. */
  const inTurn = useCallback(<T>(work: () => Promise<T>): Promise<T> => {
    const done = line.current.then(work)
    line.current = done.catch(() => lose(true))
    return done
  }, [])

  useEffect(() => {
    if (given === 0) return
    void inTurn(async () => {
      await studioWorker().change(path, written)
      await play(kept.get(path) ?? { begin: first, moves: [] })
    }).catch(() => undefined)
  }, [given, path, written, first, play, inTurn])

  const from = (next: (view: View) => Script) =>
    void inTurn(async () => here.current && play(next(here.current))).catch(() => undefined)

  return {
    ...{ view, broken, lost },
    make: (move) => from((now) => withMove(now, move)),
    backTo: (count) => from((now) => ({ begin: now.begin, moves: madeIn(now).slice(0, count) })),
    beginAnew: (begin) => from(() => ({ begin, moves: [] })),
    retell: (begin) => from((now) => ({ begin, moves: [...madeIn(now), ...now.rest] })),
    answer: (persona, all) =>
      inTurn(async () => {
        for (let count = 0; count < (all ? MOST : 1); count++) {
          const move = here.current && (await studioWorker().next(persona))
          if (!here.current || !move) return count > 0
          if (!(await play(withMove(here.current, move)))) return true
        }
        return true
      }),
  }
}

const withMove = (view: View, move: Move): Script => ({
  begin: view.begin,
  moves: [...madeIn(view), { move, at: view.waits }, ...view.rest],
})

export const madeIn = ({ turns }: View): readonly PlacedMove[] =>
  turns.flatMap(({ placed }) => placed ?? [])
