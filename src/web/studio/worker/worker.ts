import { z } from 'zod'
import { besideOf } from '../checks/beside-of.ts'
import { type Beside, checkFlow } from '../checks/check-flow.ts'
import { readOut, vocabularyOf } from '../conditions/read-out.ts'
import { createPlayer, type Player, type Reader } from '../simulator/player.ts'
import type { Asked } from './ask-worker.ts'

// A page that refuses texts as code: zod must not try.
z.config({ jitless: true })

const reader: Reader = (flows) => {
  const vocabulary = vocabularyOf(flows)
  return (condition) => readOut(condition, vocabulary)
}

let player: Player | null = null
let beside: Beside | null = null

/** Typing goes on while a flow is checked or played: this runs beside the page. */
self.onmessage = ({ data }: MessageEvent<Asked>) => {
  answer(data).then(
    (value) => self.postMessage({ id: data.id, value }),
    (error: unknown) => self.postMessage({ id: data.id, error: String(error) }),
  )
}

async function answer(asked: Asked): Promise<unknown> {
  if (asked.kind === 'given') {
    player = createPlayer(asked.given, reader, () => performance.now())
    return null
  }
  if (asked.kind === 'beside') {
    beside = besideOf(asked.texts, asked.base)
    return null
  }
  if (asked.kind === 'check') return beside ? checkFlow(asked.path, asked.text, beside) : []
  if (!player) throw new Error('nothing was given to play on')
  switch (asked.kind) {
    case 'change':
      return player.change(asked.path, asked.text)
    case 'play':
      return player.play(asked.script)
    case 'warm':
      return player.warm(asked.persona)
    case 'next':
      return player.next(asked.persona)
    case 'record':
      return player.record(asked.name)
    case 'run':
      return inSlices(player.run(asked.talks))
    default:
      return asked satisfies never
  }
}

/** What is asked meanwhile is answered between two talks. */
async function inSlices<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
    await new Promise((go) => setTimeout(go, 0))
  }
}
