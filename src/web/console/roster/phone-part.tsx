import { Button } from 'antd'
import { useId, useState } from 'react'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { say } from './texts.ts'

/** The number that danger is told to; it is never shown again. */
export function PhonePart({ has }: { readonly has: boolean }) {
  const [phone, type] = useState('')
  const id = useId()
  const set = useDeed(
    (number: string | null) => post('/api/office/roster/phone', { phone: number }),
    ['roster'],
  )
  return (
    <section aria-labelledby="duty-phone">
      <h2 id="duty-phone">{say('phone.title')}</h2>
      <p className="soft">{say(has ? 'phone.has' : 'phone.none')}</p>
      {has ? (
        <Button onClick={() => set.mutate(null)}>{say('phone.drop')}</Button>
      ) : (
        <form
          className="line"
          onSubmit={(event) => {
            event.preventDefault()
            set.mutate(phone, { onSuccess: () => type('') })
          }}
        >
          <label htmlFor={id}>{say('phone.label')}</label>
          <input
            id={id}
            className="plain-field"
            inputMode="numeric"
            pattern="\d{5,15}"
            required
            value={phone}
            onChange={({ target }) => type(target.value.trim())}
          />
          <Button htmlType="submit">{say('phone.save')}</Button>
        </form>
      )}
    </section>
  )
}
