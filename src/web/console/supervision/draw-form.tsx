import { App, Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { ChecksFound } from '../../../core/contract/office/supervision.ts'
import { addDays, shanghai } from '../../../core/time.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import { serverNow } from '../api/server-time.ts'
import { say } from './texts.ts'

/** Share and least number that a sample begins with. */
const USUAL = { percent: '10', least: '1' }

/** Days that a sample looks back over, unless others are named. */
const MONTH = 30

/** A random sample of what each person wrote; its id is the seed, and stays with it. */
export function DrawForm() {
  const { message } = App.useApp()
  const today = shanghai(serverNow()).day
  const [asked, ask] = useState({ from: addDays(today, -MONTH), to: today, ...USUAL })
  const draw = useDeed(
    () =>
      post<z.infer<typeof ChecksFound>>('/api/office/supervision/samples', {
        ...{ id: uuid(), from: asked.from, to: asked.to },
        ...{ percent: Number(asked.percent), least: Number(asked.least) },
      }),
    ['supervision'],
  )
  const field = (name: keyof typeof asked, type: 'date' | 'number') => (
    <label>
      {say(`draw.${name}`)}{' '}
      <input
        className="plain-field"
        type={type}
        required
        {...(type === 'number' && {
          min: name === 'least' ? 0 : 1,
          max: name === 'least' ? 20 : 100,
        })}
        value={asked[name]}
        onChange={({ target }) => ask({ ...asked, [name]: target.value })}
      />
    </label>
  )
  return (
    <section aria-labelledby="draw">
      <h2 id="draw">{say('draw.title')}</h2>
      <form
        className="draw-form"
        onSubmit={(event) => {
          event.preventDefault()
          draw.mutate(undefined, {
            onSuccess: ({ checks: { length: count } }) =>
              void message.info(count === 0 ? say('draw.none') : say('draw.drawn', { count }), 5),
          })
        }}
      >
        {field('from', 'date')}
        {field('to', 'date')}
        {field('percent', 'number')}
        {field('least', 'number')}
        <Button type="primary" htmlType="submit" loading={draw.isPending}>
          {say('draw.go')}
        </Button>
      </form>
    </section>
  )
}
