import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import type { z } from 'zod'
import type { Phrase as PhraseShape } from '../../../core/contract/desk/phrases.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { say } from '../../shared/texts.ts'
import { useMe } from '../api/desk.ts'

export type Phrase = z.infer<typeof PhraseShape>

type Props = { readonly phrase?: Phrase; readonly done: () => void }

/** Writes a phrase anew, for oneself or a street, or changes the words of one. */
export function PhraseForm({ phrase, done }: Props) {
  const me = useMe().data
  const [title, setTitle] = useState(phrase?.title ?? '')
  const [text, setText] = useState(phrase?.text ?? '')
  const [street, setStreet] = useState('')
  const ids = { title: useId(), text: useId(), street: useId() }
  const save = useDeed(async () => {
    const words = { title: title.trim(), text: text.trim() }
    if (phrase) await post(`/api/desk/phrases/${phrase.id}`, words)
    else await post('/api/desk/phrases', { ...words, street: street || null })
    done()
  }, ['phrases'])
  const ready = title.trim() !== '' && text.trim() !== ''
  return (
    <form
      className="stack"
      aria-label={say(phrase ? 'phrases.change' : 'phrases.add')}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !save.isPending) save.mutate()
      }}
    >
      <label htmlFor={ids.title}>{say('phrases.name')}</label>
      <Input
        id={ids.title}
        autoFocus
        maxLength={60}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <label htmlFor={ids.text}>{say('phrases.text')}</label>
      <Input.TextArea
        id={ids.text}
        rows={3}
        maxLength={2_000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {!phrase && me && (
        <>
          <label htmlFor={ids.street}>{say('phrases.for')}</label>
          <Select
            id={ids.street}
            value={street}
            onChange={setStreet}
            options={[
              { value: '', label: say('phrases.own') },
              ...me.streets.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        </>
      )}
      <p className="line end">
        <Button onClick={done}>{say('box.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending} disabled={!ready}>
          {say('case.keep')}
        </Button>
      </p>
    </form>
  )
}
