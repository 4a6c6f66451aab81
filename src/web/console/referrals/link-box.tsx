import { Button, Modal } from 'antd'
import { useState } from 'react'
import { say } from './texts.ts'

/** The link, this once: it is kept nowhere. */
export function LinkBox({ link, close }: { readonly link: string; readonly close: () => void }) {
  const [copied, mark] = useState(false)
  const whole = new URL(link, location.href).href
  return (
    <Modal open title={say('link.title')} onCancel={close} footer={null}>
      <div className="stack">
        <p>{say('link.why')}</p>
        <p>
          <a href={whole} target="_blank" rel="noreferrer" className="outside-link">
            {whole}
          </a>
        </p>
        <p className="line end">
          <Button onClick={() => void navigator.clipboard?.writeText(whole).then(() => mark(true))}>
            {say(copied ? 'link.copied' : 'link.copy')}
          </Button>
          <Button type="primary" onClick={close}>
            {say('link.close')}
          </Button>
        </p>
      </div>
    </Modal>
  )
}
