import { Alert, Button } from 'antd'
import type { ClipboardEvent, ReactNode } from 'react'
import { say } from '../../shared/texts.ts'
import { chooseFirst } from './choose-first.ts'
import type { DraftKind } from './drafts.ts'
import { focusField } from './focus-field.ts'
import { useGrow } from './use-grow.ts'
import { useSendKey } from './use-send-key.ts'

type Props = {
  /** Also the name under which keys find the field. */
  readonly kind: DraftKind
  readonly label: string
  readonly hint: string
  readonly ok: string
  readonly most: number
  readonly text: string
  readonly busy: boolean
  /** Why the last try did not work; what was typed stays. */
  readonly failed: string
  readonly type: (text: string) => void
  readonly submit: () => void
  readonly onPaste?: (event: ClipboardEvent) => void
  /** Choices for what stands in the field: Enter takes the first. */
  readonly choices: (take: (text: string) => void) => ReactNode
  /** Between the field and its button. */
  readonly children?: ReactNode
  readonly foot: ReactNode
}

/** One field to write in, that grows, sends on Enter, and keeps its text until it has arrived. */
export function WriteBox(props: Props) {
  const { kind, label, hint, ok, most, text, busy, failed, type, onPaste } = props
  const field = useGrow(text)
  function submit() {
    if (!busy && !chooseFirst(field.current)) props.submit()
  }
  const onKeyDown = useSendKey(submit)
  function take(chosen: string) {
    type(chosen)
    focusField(kind)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <label htmlFor={kind} className="hidden-words">
        {label}
      </label>
      <textarea
        id={kind}
        data-field={kind}
        ref={field}
        rows={2}
        maxLength={most}
        value={text}
        placeholder={hint}
        onKeyDown={onKeyDown}
        {...(onPaste && { onPaste })}
        onChange={({ target }) => type(target.value)}
      />
      {props.choices(take)}
      {props.children}
      {failed !== '' && (
        <Alert type="error" role="alert" title={say('composer.kept', { why: failed })} />
      )}
      <p className="line end">
        {props.foot}
        <Button type={kind === 'reply' ? 'primary' : 'default'} htmlType="submit" loading={busy}>
          {ok}
        </Button>
      </p>
    </form>
  )
}
