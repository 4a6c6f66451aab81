import type { Phone } from './phone.ts'
import { type Ending, tellStory } from './tell-story.ts'

export type Story = { readonly name: string; readonly lines: readonly string[] }

/** One story at a time; whoever touches the phone goes on in its place. */
export function createTelling(phone: Phone, ended: (ending: Ending) => void) {
  let going: AbortController | null = null
  let next: Story | null = null

  const stop = () => going?.abort()
  const tell = async ({ lines }: Story) => {
    const mine = new AbortController()
    going = mine
    const ending = await tellStory(lines, phone, mine.signal)
    // Another story has begun meanwhile.
    if (going !== mine) return
    going = null
    ended(ending)
  }

  phone.onPage((page) => {
    for (const event of TOUCHES) {
      page.addEventListener(event, (touch) => isHand(touch) && stop(), true)
    }
    const story = next
    next = null
    if (story) void tell(story)
  })

  return {
    stop,
    isGoing: (): boolean => going !== null || next !== null,
    /** To be told on the next page that comes into the phone; null = nothing is told there. */
    tellOnNextPage: (story: Story | null): void => {
      stop()
      going = null
      next = story
    },
  }
}

/** Voices and some input methods write without a key. */
const TOUCHES = ['keydown', 'beforeinput', 'click'] as const

/** Keys of people who only pass through the phone on their way. */
const PASSING = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta'])

/** What a person did, and not the story itself. (`instanceof` would not know the events of a frame.) */
const isHand = (event: Event) =>
  event.isTrusted && !('key' in event && PASSING.has(String(event.key)))
