import { Button, Input } from 'antd'
import { useState } from 'react'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { say } from '../../shared/texts.ts'

/** Characters that a phrase may have (the contract of the API). */
const LONGEST = 2_000

/** Keeps what stands in the box as a phrase of one's own, under a name. */
export function SavePhrase({ text }: { readonly text: string }) {
  const [title, setTitle] = useState<string | null>(null)
  const save = useDeed(
    (name: string) => post('/api/desk/phrases', { title: name, text }).then(() => setTitle(null)),
    ['phrases'],
  )
  if (text.length > LONGEST) return null
  if (title === null) {
    return (
      <Button size="small" type="text" onClick={() => setTitle('')}>
        {say('phrases.keep')}
      </Button>
    )
  }
  const ready = title.trim() !== ''
  const finish = () => ready && save.mutate(title.trim())
  return (
    <span className="line tight">
      <Input
        size="small"
        className="phrase-name"
        autoFocus
        maxLength={60}
        value={title}
        aria-label={say('phrases.name')}
        placeholder={say('phrases.name')}
        onChange={({ target }) => setTitle(target.value)}
        onPressEnter={(event) => {
          event.preventDefault()
          if (!event.nativeEvent.isComposing) finish()
        }}
      />
      <Button size="small" disabled={!ready} loading={save.isPending} onClick={finish}>
        {say('case.keep')}
      </Button>
      <Button size="small" type="text" onClick={() => setTitle(null)}>
        {say('box.cancel')}
      </Button>
    </span>
  )
}
