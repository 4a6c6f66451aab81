import { SECOND } from '../../../core/time.ts'
import type { Received } from '../../../work/ports/chat.ts'
import type { LineParts } from './parts.ts'

/** After so long without an answer, dots show that somebody is there. */
const DOTS_AFTER = 1 * SECOND
/** They go with the first message; LINE takes multiples of 5 up to 60. */
const DOTS_SECONDS = 20

/** While an answer is on its way, and only then: nobody should wait for dots that lead to nothing. */
export async function showDots(
  { call, sink, answered, patience }: LineParts,
  user: string,
  receiving: Promise<Received>,
): Promise<void> {
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
  if (isOver || last >= began) return
  await call({
    path: '/v2/bot/chat/loading/start',
    body: { chatId: user, loadingSeconds: DOTS_SECONDS },
    until: AbortSignal.timeout(patience),
  })
}
