import { Button, Modal } from 'antd'
import { type ReactNode, useRef } from 'react'
import { say } from '../../shared/texts.ts'

type Props = {
  readonly title: string
  readonly ok: string
  readonly busy: boolean
  readonly ready?: boolean
  readonly cancel: () => void
  readonly submit: () => void
  readonly children: ReactNode
}

/** A question that must be answered before something is done. Enter answers, Escape leaves. */
export function FormBox({ title, ok, busy, ready = true, cancel, submit, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const begin = () => form.current?.querySelector<HTMLElement>(FIRST)?.focus()
  return (
    <Modal
      open
      title={title}
      onCancel={cancel}
      footer={null}
      mask={{ closable: false }}
      afterOpenChange={begin}
    >
      <form
        ref={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !busy) submit()
        }}
      >
        {children}
        <p className="line end">
          <Button onClick={cancel}>{say('box.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy} disabled={!ready}>
            {ok}
          </Button>
        </p>
      </form>
    </Modal>
  )
}

/** Where one begins: the answer that is chosen already, else the first field. */
const FIRST = 'input:checked, input:not([disabled]), textarea, button[type=submit]'
