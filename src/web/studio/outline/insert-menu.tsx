import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { say } from '../step/texts.ts'
import { NEW_KINDS, type NewKind } from './new-step.ts'

type Props = {
  readonly isOpen: boolean
  readonly setOpen: (open: boolean) => void
  /** A question may be added to an adaptive block. */
  readonly inBlock: boolean
  readonly insert: (kind: NewKind) => void
}

/** What kind of step is put in below. */
export function InsertMenu({ isOpen, setOpen, inBlock, insert }: Props) {
  const first = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isOpen) first.current?.querySelector('button')?.focus()
  }, [isOpen])
  if (!isOpen) {
    return (
      <Button className="insert" onClick={() => setOpen(true)}>
        {say('outline.insert')}
      </Button>
    )
  }
  const kinds: readonly NewKind[] = inBlock ? ['question', ...NEW_KINDS] : NEW_KINDS
  return (
    <div
      ref={first}
      role="toolbar"
      aria-label={say('outline.insert')}
      className="insert"
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false)
      }}
    >
      {kinds.map((kind) => (
        <Button
          key={kind}
          onClick={() => {
            setOpen(false)
            insert(kind)
          }}
        >
          {say(`kind.${kind}`)}
        </Button>
      ))}
      <Button type="text" onClick={() => setOpen(false)}>
        {say('cancel')}
      </Button>
    </div>
  )
}
