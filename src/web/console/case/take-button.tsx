import { Button } from 'antd'
import { type RefObject, useEffect, useState } from 'react'
import { say } from '../../shared/texts.ts'
import { type Taken, useTaking } from './taking.ts'

type Props = { readonly list: RefObject<HTMLElement | null> }

type Chosen = Taken & { readonly left: number; readonly top: number }

/** 记为…, beside words of one message that have been selected. */
export function TakeButton({ list }: Props) {
  const take = useTaking()
  const [chosen, choose] = useState<Chosen | null>(null)
  useEffect(() => {
    const look = () => choose(chosenIn(list.current))
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [list])
  if (!take || !chosen) return null
  const { left, top, ...taken } = chosen
  return (
    <Button
      className="take-button"
      type="primary"
      size="small"
      style={{ left, top }}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        choose(null)
        take(taken)
      }}
    >
      {say('capture.take')}
    </Button>
  )
}

/** The selection, when it lies in the words of one message; its place is that of the list. */
function chosenIn(list: HTMLElement | null): Chosen | null {
  const selection = document.getSelection()
  const quote = selection?.toString().trim() ?? ''
  if (!list || !selection || selection.rangeCount === 0 || quote === '') return null
  const words = wordsAt(selection.anchorNode)
  const line = words?.closest<HTMLElement>('[data-seq]')
  if (!words || !line || words !== wordsAt(selection.focusNode) || !list.contains(words))
    return null
  const { left, bottom } = selection.getRangeAt(0).getBoundingClientRect()
  const seq = Number(line.dataset.seq)
  return { seq, text: words.textContent ?? '', quote, left, top: bottom + 4 }
}

const wordsAt = (node: Node | null) =>
  (node instanceof Element ? node : node?.parentElement)?.closest('.words') ?? null
