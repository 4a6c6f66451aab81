import { useLayoutEffect, useRef } from 'react'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { say } from '../../shared/texts.ts'
import { useMark } from './mark.ts'
import { type Said, SpokenLine } from './spoken-line.tsx'
import { TakeButton } from './take-button.tsx'
import { useMessageKeys } from './use-message-keys.ts'

/** How near to the end, in pixels, one must be for new messages to pull the view along. */
const NEAR = 120

/** What was said, oldest first; notes of colleagues stand where they were written. */
export function Transcript({ found }: { readonly found: CaseView }) {
  const list = useRef<HTMLDivElement>(null)
  const { mark } = useMark()
  const lines = inOrder(found)
  const onKeyDown = useMessageKeys()
  useFollow(list, lines.length)
  useLayoutEffect(() => {
    const marked = mark && list.current?.querySelector(`[data-seq="${mark.seq}"]`)
    marked?.scrollIntoView({ block: 'center' })
  }, [mark])
  if (lines.length === 0) return <p className="empty">{say('case.no_transcript')}</p>
  return (
    <div
      ref={list}
      onKeyDown={onKeyDown}
      className="transcript"
      role="log"
      aria-labelledby="talk"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable (WCAG 2.1.1)
      tabIndex={0}
    >
      <ol>
        {lines.map((line) => (
          <SpokenLine
            key={line.id}
            line={line}
            found={found}
            mark={line.kind === 'said' && mark?.seq === line.seq ? mark : null}
          />
        ))}
      </ol>
      <TakeButton list={list} />
    </div>
  )
}

function inOrder({ transcript, notes }: CaseView): readonly Said[] {
  const said = transcript.map((line) => ({ ...line, kind: 'said' as const }))
  const written = notes.map((note) => ({ ...note, id: `note-${note.seq}`, kind: 'note' as const }))
  return [...said, ...written].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** Shows the newest at first, and goes on doing so unless one has scrolled up to read. */
function useFollow(list: { readonly current: HTMLElement | null }, count: number): void {
  const near = useRef(true)
  useLayoutEffect(() => {
    const { current } = list
    const look = () => {
      if (!current) return
      near.current = current.scrollHeight - current.scrollTop - current.clientHeight < NEAR
    }
    current?.addEventListener('scroll', look)
    return () => current?.removeEventListener('scroll', look)
  }, [list])
  useLayoutEffect(() => {
    if (count > 0 && near.current && list.current)
      list.current.scrollTop = list.current.scrollHeight
  }, [list, count])
}
