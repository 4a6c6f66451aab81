import { Alert, Button, Input } from 'antd'
import { useId, useState } from 'react'
import { isFailure, sentenceOf } from '../../shared/api/call.ts'
import { fenOf, yuan } from '../../shared/money.ts'
import { type AidView, useAidStep } from '../api/aid.ts'
import { useMe } from '../api/desk.ts'
import { say } from './texts.ts'

/** One asks, another one pays. What is refused is said beside the amount. */
export function PayStep({ aid }: { readonly aid: AidView }) {
  const amount = yuan(aid.amount ?? 0)
  return (
    <section aria-labelledby="aid-pay">
      <h2 id="aid-pay">{say('pay.title')}</h2>
      {aid.state === 'begun' && <AskForm aid={aid} />}
      {aid.state === 'asked' && <Confirm aid={aid} amount={amount} />}
      {(aid.state === 'paid' || aid.state === 'done') && <p>{say('pay.paid', { amount })}</p>}
    </section>
  )
}

function AskForm({ aid }: { readonly aid: AidView }) {
  const [typed, type] = useState('')
  const [wrong, blame] = useState('')
  const step = useAidStep(aid)
  const id = useId()
  const ask = () => {
    const amount = fenOf(typed)
    if (!amount) return blame(say('pay.bad_amount'))
    blame('')
    step.mutate(
      { act: 'ask', amount },
      {
        onError: (error) => {
          if (isFailure(error) && error.trouble.field === 'amount') blame(sentenceOf(error))
        },
      },
    )
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        ask()
      }}
    >
      <p>
        {aid.cash
          ? say('pay.limit', { limit: yuan(aid.cash.limit), balance: yuan(aid.cash.balance) })
          : say('pay.no_account')}
      </p>
      {aid.why !== '' && <p className="note">{say('sent_back', { why: aid.why })}</p>}
      <label htmlFor={id}>{say('pay.amount')}</label>
      <Input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        status={wrong ? 'error' : ''}
        aria-invalid={wrong !== ''}
        aria-describedby={`${id}wrong`}
        onChange={({ target }) => type(target.value)}
      />
      <p id={`${id}wrong`} className="late" role="alert">
        {wrong}
      </p>
      <Button
        type="primary"
        htmlType="submit"
        loading={step.isPending}
        disabled={!aid.cash || aid.seen === null || !aid.filled}
      >
        {say('pay.ask')}
      </Button>
    </form>
  )
}

function Confirm({ aid, amount }: { readonly aid: AidView; readonly amount: string }) {
  const me = useMe().data
  const [why, write] = useState('')
  const step = useAidStep(aid)
  const id = useId()
  const own = me?.id === aid.first
  return (
    <div className="stack">
      <p>{say('pay.asked', { amount })}</p>
      {own ? (
        <Alert type="info" showIcon title={say('pay.own')} />
      ) : (
        <Button type="primary" loading={step.isPending} onClick={() => step.mutate({ act: 'pay' })}>
          {say('pay.confirm', { amount })}
        </Button>
      )}
      <label htmlFor={id}>{say('pay.why')}</label>
      <Input id={id} value={why} maxLength={200} onChange={({ target }) => write(target.value)} />
      <Button
        disabled={why.trim() === ''}
        onClick={() => step.mutate({ act: 'send_back', why: why.trim() })}
      >
        {say('pay.send_back')}
      </Button>
    </div>
  )
}
