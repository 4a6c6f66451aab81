import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import { type AidView, useAidStep } from '../api/aid.ts'
import { say } from './texts.ts'

const SHORT = ['name', 'idNumber', 'phone', 'home', 'registered', 'people'] as const

/** The application, filled from the file; saved as it is signed. */
export function FormStep({ aid }: { readonly aid: AidView }) {
  const [form, write] = useState(aid.form)
  const step = useAidStep(aid)
  const id = useId()
  const open = aid.state === 'begun' || aid.state === 'paid'
  return (
    <section aria-labelledby="aid-form">
      <h2 id="aid-form">{say('form.title')}</h2>
      {open && !aid.filled && <p>{say('form.from_file')}</p>}
      {open && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            step.mutate({ act: 'fill', form })
          }}
        >
          {SHORT.map((name) => (
            <div key={name}>
              <label htmlFor={`${id}${name}`}>{say(`form.${name}`)}</label>
              <Input
                id={`${id}${name}`}
                value={form[name]}
                autoComplete="off"
                maxLength={name === 'home' || name === 'registered' ? 200 : 30}
                inputMode={name === 'phone' || name === 'people' ? 'numeric' : 'text'}
                onChange={({ target }) => write({ ...form, [name]: target.value })}
              />
            </div>
          ))}
          <label htmlFor={`${id}story`}>{say('form.story')}</label>
          <Input.TextArea
            id={`${id}story`}
            rows={3}
            maxLength={5_000}
            value={form.story}
            onChange={({ target }) => write({ ...form, story: target.value })}
          />
          <Button
            type={aid.filled ? 'default' : 'primary'}
            htmlType="submit"
            loading={step.isPending}
          >
            {say('form.save')}
          </Button>
        </form>
      )}
      {aid.filled && (
        <p role="status">
          {say('form.saved')}{' '}
          <Link to={`/aid/print/${aid.household.id}/${aid.id}`}>{say('form.print')}</Link>
        </p>
      )}
    </section>
  )
}
