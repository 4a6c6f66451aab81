import { useSearchParams } from 'react-router'

/** What can be open above the workspace. */
const BOXES = [
  'transfer',
  'accept',
  'decline',
  'contact',
  'close',
  'reopen',
  'erase',
  'release',
  'give_back',
  'confirm',
  'reveal',
  'place',
  'snooze',
] as const

export type BoxName = (typeof BOXES)[number]

export type OpenBox = (name: BoxName | null) => void

/** The open box stands in the address (`?do=contact`), so that a list can lead straight to it. */
export function useBox(): readonly [BoxName | null, OpenBox] {
  const [params, set] = useSearchParams()
  const name = BOXES.find((each) => each === params.get('do')) ?? null
  const open: OpenBox = (next) => {
    if (next === null && !isOpen()) return
    set(next === null ? {} : { do: next }, { replace: true })
  }
  return [name, open]
}

/**
 * Asks the address line itself: antd's dialogs hear Escape even after they are gone, and would lead
 * back from the screen that one has gone to since.
 */
const isOpen = () => new URLSearchParams(location.search).has('do')
