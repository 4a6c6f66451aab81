import { autocompletion, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import {
  bracketMatching,
  defaultHighlightStyle,
  foldGutter,
  foldKeymap,
  syntaxHighlighting,
} from '@codemirror/language'
import { lintGutter } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import type { Extension } from '@codemirror/state'
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { useMemo } from 'react'
import { sentenceOf } from '../checks/sentence.ts'
import { useRoom } from '../documents/room.ts'
import { say } from '../step/texts.ts'
import { CodeField } from './code-field.tsx'
import { completeFlow } from './complete-flow.ts'

type Props = { readonly wanted: { readonly line: number } | null }

/** The text as it is, with what may stand at each place and what the checks found. */
export default function YamlView({ wanted }: Props) {
  const { text, change, kind, mayEdit, findings } = useRoom()
  const extensions = useMemo(() => common(kind === 'flow'), [kind])
  const marks = useMemo(
    () =>
      findings.map((each) => ({
        line: each.line ?? 1,
        severity: each.level,
        message: sentenceOf(each),
      })),
    [findings],
  )
  return (
    <div className="yaml-view box bare">
      <CodeField
        {...{ text, extensions, wanted, marks }}
        label={say('views.yaml')}
        change={(next) => change(next, 'yaml')}
        isOff={!mayEdit}
      />
    </div>
  )
}

function common(isFlow: boolean): Extension {
  return [
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    yaml(),
    syntaxHighlighting(defaultHighlightStyle),
    bracketMatching(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    search({ top: true }),
    EditorView.lineWrapping,
    autocompletion(isFlow ? { override: [completeFlow] } : {}),
    keymap.of([...completionKeymap, ...searchKeymap, ...foldKeymap, ...defaultKeymap]),
  ]
}
