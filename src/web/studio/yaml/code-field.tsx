import { type Diagnostic, setDiagnostics } from '@codemirror/lint'
import { Annotation, EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'

/** Marks a change that came from outside: it is not told again. */
const OUTSIDE = Annotation.define<boolean>()

type Props = {
  readonly label: string
  readonly text: string
  readonly change: (text: string) => void
  readonly extensions: Extension
  readonly isOff: boolean
  /** Line to be brought into view; a new object asks again. */
  readonly wanted?: { readonly line: number } | null
  /** What the checks found, by line. */
  readonly marks?: readonly LineMark[]
}

type LineMark = {
  readonly line: number
  readonly severity: Diagnostic['severity']
  readonly message: string
}

/** CodeMirror over a text that others change, too: only what differs is put in. */
export function CodeField({ label, text, change, extensions, isOff, wanted, marks }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const tell = useRef(change)
  tell.current = change

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is put in below, not by a new editor
  useEffect(() => {
    if (!place.current) return
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          extensions,
          EditorState.readOnly.of(isOff),
          EditorView.contentAttributes.of({ 'aria-label': label }),
          EditorView.updateListener.of((update) => {
            const isOurs = update.transactions.some(
              (each) => each.annotation(OUTSIDE) !== undefined,
            )
            if (update.docChanged && !isOurs) tell.current(update.state.doc.toString())
          }),
        ],
      }),
    })
    view.current = made
    return () => made.destroy()
  }, [extensions, label, isOff])

  useEffect(() => {
    const { current } = view
    const now = current?.state.doc.toString()
    if (!current || now === undefined || now === text) return
    current.dispatch({ changes: difference(now, text), annotations: OUTSIDE.of(true) })
  }, [text])

  useEffect(() => {
    const { current } = view
    if (!current || !wanted) return
    const line = current.state.doc.line(Math.min(wanted.line, current.state.doc.lines))
    current.dispatch({
      selection: { anchor: line.from },
      effects: EditorView.scrollIntoView(line.from, { y: 'center' }),
    })
    current.focus()
  }, [wanted])

  useEffect(() => {
    const { current } = view
    if (!current || !marks) return
    const { doc } = current.state
    const found = marks.map(({ line, ...rest }) => {
      const { from, to } = doc.line(Math.max(1, Math.min(line, doc.lines)))
      return { from, to, ...rest }
    })
    current.dispatch(setDiagnostics(current.state, found))
  }, [marks])

  return <div ref={place} className="code-field" />
}

/** The one place where two texts differ, so that the cursor stays elsewhere. */
function difference(from: string, to: string) {
  let start = 0
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1
  let end = 0
  const most = Math.min(from.length, to.length) - start
  while (end < most && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1
  return { from: start, to: from.length - end, insert: to.slice(start, to.length - end) }
}
