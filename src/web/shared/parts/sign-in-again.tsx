import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input, Modal } from 'antd'
import { type FormEvent, useState } from 'react'
import { signedOut } from '../api/call.ts'
import { signIn } from '../api/sign-in.ts'
import { say } from '../texts.ts'
import { useSignal } from '../use-signal.ts'

/** The session has ended: one comes in again on the spot, and nothing typed is lost. */
export function SignInAgain() {
  const open = useSignal(signedOut)
  const queries = useQueryClient()
  const [trouble, setTrouble] = useState('')
  const [busy, setBusy] = useState(false)
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setBusy(true)
    const wrong = await signIn(new FormData(event.currentTarget))
    setBusy(false)
    setTrouble(wrong ?? '')
    if (wrong === null) await queries.invalidateQueries()
  }
  return (
    <Modal
      open={open}
      title={say('sign_in.again')}
      footer={null}
      closable={false}
      keyboard={false}
      maskClosable={false}
      destroyOnHidden
      afterOpenChange={() => document.getElementById('again-login')?.focus()}
    >
      <form onSubmit={(event) => void submit(event)} className="stack">
        <p>{say('sign_in.kept')}</p>
        {trouble !== '' && <Alert type="error" title={trouble} role="alert" />}
        <label htmlFor="again-login">{say('sign_in.login')}</label>
        <Input id="again-login" name="login" autoComplete="username" required />
        <label htmlFor="again-password">{say('sign_in.password')}</label>
        <Input.Password
          id="again-password"
          name="password"
          autoComplete="current-password"
          required
        />
        <Button type="primary" htmlType="submit" loading={busy}>
          {say('sign_in.go')}
        </Button>
      </form>
    </Modal>
  )
}
