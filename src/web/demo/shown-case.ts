import type { QueueRow } from '../../core/contract/desk/queue.ts'
import type { createDeskFrame } from './desk-frame.ts'
import { claim, followCase } from './follow-case.ts'
import type { createSides } from './sides.ts'
import type { createStrip } from './strip.ts'
import { say } from './texts.ts'

type Parts = {
  readonly desk: ReturnType<typeof createDeskFrame>
  readonly strip: ReturnType<typeof createStrip>
  readonly sides: ReturnType<typeof createSides>
  readonly isTelling: () => boolean
  /** Somebody has the case now: the phone says who. */
  readonly claimed: () => void
}

/** The request of the phone as it stands in the adviser's queue, and what may be done with it. */
export function createShownCase({ desk, strip, sides, isTelling, claimed }: Parts) {
  let number: string | null = null
  let known: string | null = null
  const follow = followCase((of, row) => (row ? arrived(row) : elsewhere(of)))

  function elsewhere(of: string): void {
    if (!isTelling()) strip.tell('elsewhere', { number: of })
  }

  function arrived(row: QueueRow): void {
    if (row.claimed) taken(row.number, row.claimed.name)
    if (row.claimed === null) waiting(row)
  }

  function waiting(row: QueueRow): void {
    const words = { number: row.number, urgency: row.urgencyLabel, grade: row.gradeLabel }
    strip.tell(isTelling() ? 'arrived' : 'waiting', words)
    if (isTelling()) return
    strip.offer([
      { label: say('acts.claim'), run: () => void take(row), main: true },
      { label: say('acts.open'), run: () => open(row.number) },
    ])
  }

  async function take(row: QueueRow): Promise<void> {
    const done = await claim(row)
    if ('by' in done) open(row.number)
    await follow.look()
    if ('why' in done) strip.tell('refused', done)
  }

  function taken(of: string, who: string): void {
    strip.tell('claimed', { who, number: of })
    strip.offer([{ label: say('acts.open'), run: () => open(of) }])
    strip.hint()
    if (known === of) return
    known = of
    sides.mark('phone')
    claimed()
  }

  function open(of: string): void {
    desk.open(of)
    sides.mark('desk')
  }

  return {
    look: follow.look,
    /** The number that now stands on the phone; null = none yet. */
    watch: (told: string | null): void => {
      if (told === number) return
      number = told
      follow.watch(told)
      desk.showQueue()
      if (told === null) return
      desk.point(told)
      sides.mark('desk')
    },
  }
}
