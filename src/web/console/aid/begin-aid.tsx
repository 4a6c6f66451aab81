import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { AID_CAUSES } from '../../../core/casework/aid.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import type { AidView } from '../api/aid.ts'
import { officePath } from '../api/office.ts'
import { Pick } from './pick.tsx'
import { say } from './texts.ts'

/** Why it cannot wait; from here on the time of each step is kept. */
export function BeginAid({ household }: { readonly household: string }) {
  const [cause, choose] = useState<string>(AID_CAUSES[1])
  const [words, write] = useState('')
  const [once] = useState(() => uuid())
  const id = useId()
  const begin = useDeed(
    () => post<AidView>(officePath(household, '/aid'), { id: once, cause, words }),
    ['aid', 'aids'],
  )
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        begin.mutate()
      }}
    >
      <p>{say('begin.why')}</p>
      <Pick
        label={say('begin.cause')}
        group="cause"
        codes={AID_CAUSES}
        value={cause}
        change={choose}
      />
      <label htmlFor={id}>{say('begin.words')}</label>
      <Input.TextArea
        id={id}
        rows={2}
        maxLength={5_000}
        value={words}
        onChange={({ target }) => write(target.value)}
      />
      <Button type="primary" htmlType="submit" loading={begin.isPending}>
        {say('begin.go')}
      </Button>
    </form>
  )
}
