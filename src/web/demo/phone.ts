import { pause } from './still.ts'

/** Milliseconds after which a message without an answer ends the story; the house answers in well under one second. */
const PATIENCE = 20_000

/** Milliseconds in which the word about a claim reaches the phone. */
const NEWS = 5_000

/** Milliseconds between two looks at the log. */
const LOOK = 60

export type Phone = ReturnType<typeof createPhone>

/** The resident's page in its frame: the story uses its very field and button, as a hand would. */
export function createPhone(frame: HTMLIFrameElement) {
  const page = () => frame.contentDocument
  const field = () => page()?.querySelector<HTMLTextAreaElement>('#text') ?? null
  const lines = () => [...(page()?.querySelectorAll<HTMLElement>('#log li') ?? [])]

  const isAnswered = (before: number) => {
    const all = lines()
    const sent = all.every(({ dataset }) => dataset.seq !== undefined)
    return sent && all.length > before && !all[all.length - 1]?.classList.contains('resident')
  }
  const write = (text: string) => {
    const into = field()
    if (!into) return
    into.value = text
    into.dispatchEvent(new Event('input', { bubbles: true }))
  }

  return {
    write,
    /** Runs at each new page in the frame, the one that is there included. */
    onPage: (run: (page: Document) => void) => {
      const tell = () => {
        const now = page()
        if (now?.getElementById('chat')) run(now)
      }
      frame.addEventListener('load', tell)
      if (page()?.readyState === 'complete') tell()
    },
    /** Words that stand on the page since the resident last spoke. */
    unread: (): number => {
      const all = lines()
      const own = all.map((li) => li.classList.contains('resident')).lastIndexOf(true)
      return all.slice(own + 1).reduce((sum, li) => sum + (li.textContent ?? '').length, 0)
    },
    /** Sends what is written; false when no answer came. */
    send: async (signal: AbortSignal): Promise<boolean> => {
      const before = lines().length + 1
      field()?.form?.querySelector<HTMLButtonElement>('button.send')?.click()
      for (let waited = 0; waited < PATIENCE && !signal.aborted; waited += LOOK) {
        if (isAnswered(before)) return true
        await pause(LOOK, signal)
      }
      return false
    },
    /** Presses the page's own button for what came from elsewhere, once it is offered. */
    showNews: async (): Promise<void> => {
      const { signal } = new AbortController()
      for (let waited = 0; waited < NEWS; waited += LOOK) {
        const button = page()?.querySelector<HTMLElement>('button.news:not([hidden])')
        if (button) return button.click()
        await pause(LOOK, signal)
      }
    },
    /** The newest number of a request that the bot has told. */
    number: (): string | null => {
      const told = lines().filter((li) => !li.classList.contains('resident'))
      const numbers = told.flatMap((li) => li.textContent?.match(NUMBER) ?? [])
      return numbers[numbers.length - 1] ?? null
    },
  }
}

/** As core/contract/desk/fields has it: `4738-2915`, and no part of a telephone number. */
const NUMBER = /\b\d{4}-\d{4}\b(?!-)/g
