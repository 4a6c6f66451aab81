import { SECOND } from '../../../core/time.ts'
import type { Received } from '../../../work/ports/chat.ts'
import type { LineParts } from './parts.ts'

/** After so long without an answer, dots show that somebody is there. */
const DOTS_AFTER = 1 * SECOND
/** They go with the first message; LINE takes multiples of 5 up to 60. */
const DOTS_SECONDS = 20

/** Calls for dots at once: in a rush they would take the room of the answers themselves. */
const MOST = 4

/** While an answer is on its way, and only then: nobody should wait for dots that lead to nothing. */
export async function showDots(
  parts: LineParts,
  user: string,
  receiving: Promise<Received>,
): Promise<void> {
  const { call, sink, answered, patience, dots } = parts
  const began = sink.now()
  let isOver = false
  receiving.then(
    ({ status, messages }) => {
      isOver = status === 'duplicate' || messages.length === 0
    },
    () => {
      isOver = true
    },
  )
  await sink.wait(DOTS_AFTER)
  const last = answered.get(user, sink.now()) ?? Number.NEGATIVE_INFINITY
  if (isOver || last >= began || dots.underWay >= MOST) return
  dots.underWay++
  await call({
    path: '/v2/bot/chat/loading/start',
    body: { chatId: user, loadingSeconds: DOTS_SECONDS },
    until: AbortSignal.timeout(patience),
  })
  dots.underWay--
}
