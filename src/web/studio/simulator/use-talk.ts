import { useCallback, useEffect, useRef, useState } from 'react'
import type { Begin, Move } from '../../../core/dialog/rehearse/moves.ts'
import type { Persona } from '../../../core/dialog/rehearse/persona.ts'
import type { PlacedMove } from '../../../core/dialog/rehearse/replay.ts'
import { player } from './ask-worker.ts'
import type { Script, Unplayable, View } from './view.ts'

/** Milliseconds without a key before the talk is played on the new text. */
const REST = 250

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
  const [script, setScript] = useState<Script>(() => kept.get(path) ?? { begin: first, moves: [] })
  const [view, show] = useState<View | null>(null)
  const [broken, setBroken] = useState<Unplayable | null>(null)
  const [lost, lose] = useState(false)
  const written = useResting(text)
  const round = useRef(0)

  const take = useCallback((played: View | Unplayable): View | null => {
    const isView = 'turns' in played
    setBroken(isView ? null : played)
    if (isView) show(played)
    return isView ? played : null
  }, [])

  useEffect(() => {
    if (given === 0) return
    kept.set(path, script)
    round.current += 1
    const mine = round.current
    const play = async () => {
      await player().change(path, written)
      const played = await player().play(script)
      if (mine === round.current) take(played)
    }
    play().catch(() => lose(true))
  }, [given, path, written, script, take])

  const make = (move: Move) => {
    if (view)
      setScript({
        begin: view.begin,
        moves: [...madeIn(view), { move, at: view.waits }, ...view.rest],
      })
  }
  const answer = async (persona: Persona, all: boolean) => {
    let here = view
    if (!here) return false
    round.current += 1
    let moves: readonly PlacedMove[] = [...madeIn(here), ...here.rest]
    const before = moves.length
    for (let count = 0; count < (all ? MOST : 1) && here; count++) {
      const move = await player().next(persona)
      if (!move) break
      moves = [...madeIn(here), { move, at: here.waits }, ...here.rest]
      here = take(await player().play({ begin: here.begin, moves }))
    }
    if (here) setScript({ begin: here.begin, moves })
    return moves.length > before
  }
  return {
    ...{ view, broken, lost, make, answer },
    backTo: (count) =>
      view && setScript({ begin: view.begin, moves: madeIn(view).slice(0, count) }),
    beginAnew: (begin) => setScript({ begin, moves: [] }),
    retell: (begin) => view && setScript({ begin, moves: [...madeIn(view), ...view.rest] }),
  }
}

export const madeIn = ({ turns }: View): readonly PlacedMove[] =>
  turns.flatMap(({ placed }) => placed ?? [])

/** The text once nobody has typed for a moment. */
function useResting(text: string): string {
  const [resting, rest] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => rest(text), REST)
    return () => clearTimeout(timer)
  }, [text])
  return resting
}
