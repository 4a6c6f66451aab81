import { autocompletion, type CompletionContext, completionKeymap } from '@codemirror/autocomplete'
import { EditorView, keymap } from '@codemirror/view'
import { useMemo } from 'react'
import { CodeField } from '../yaml/code-field.tsx'
import type { Vocabulary } from './read-out.ts'
import { factsOf } from './rows.ts'
import { say } from './texts.ts'

type Props = {
  readonly value: string
  readonly keep: (text: string) => void
  readonly vocabulary: Vocabulary
  readonly isOff: boolean
}

const WORDS = [
  'and',
  'or',
  'not(',
  'known(',
  'in',
  'list contains(',
  'between',
  'some',
  'every',
  'satisfies',
]

/** A condition as FEEL; names, values and words are offered. */
export default function ConditionText({ value, keep, vocabulary, isOff }: Props) {
  const extensions = useMemo(
    () => [
      EditorView.lineWrapping,
      autocompletion({ override: [(context) => offers(context, vocabulary)] }),
      keymap.of(completionKeymap),
    ],
    [vocabulary],
  )
  return (
    <>
      <CodeField
        {...{ extensions, isOff }}
        label={say('as_text')}
        text={value}
        change={(text) => keep(text.replaceAll('\n', ' '))}
      />
      <span className="soft">{say('hint')}</span>
    </>
  )
}

function offers(context: CompletionContext, { types, labels }: Vocabulary) {
  const word = context.matchBefore(/[\w."]*/)
  if (!word || (word.from === word.to && !context.explicit)) return null
  const facts = factsOf(types)
  const names = facts.map(([label]) => ({
    label,
    detail: labels.facts[label] ?? '',
    type: 'variable',
  }))
  const values = facts.flatMap(([name, type]) =>
    type.type === 'choice' || type.type === 'choices'
      ? type.of.map((of) => ({
          label: `"${of}"`,
          detail: labels.values?.[name]?.[of] ?? name,
          type: 'constant',
        }))
      : [],
  )
  const words = WORDS.map((label) => ({ label, type: 'keyword' }))
  return { from: word.from, options: [...names, ...values, ...words] }
}
