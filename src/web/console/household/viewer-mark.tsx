import { shanghai } from '../../../core/time.ts'
import { useMe } from '../api/desk.ts'
import { serverNow } from '../api/server-time.ts'

/** Enough to cover a screen. */
const TIMES = 24

/** The name of who looks, across the page: a photo of the screen tells whose it was. */
export function ViewerMark() {
  const me = useMe().data
  if (!me) return null
  const words = `${me.name} ${shanghai(serverNow()).day}`
  return (
    <div className="viewer-mark" aria-hidden="true">
      {Array.from({ length: TIMES }, (_, at) => `${words} ${at}`).map((key) => (
        <span key={key} data-words={words} />
      ))}
    </div>
  )
}
