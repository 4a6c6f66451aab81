import { Radio } from 'antd'
import { useState } from 'react'
import { say } from '../../shared/texts.ts'
import type { BoxProps } from './case-boxes.tsx'
import { Choice, Words } from './fields.tsx'
import { FormBox } from './form-box.tsx'
import { useCaseDeed } from './use-case-deed.ts'

/** Logs a try to reach the resident; when they spoke, the clock of the first contact stops. */
export default function ContactBox({ found, close }: BoxProps) {
  const [how, setHow] = useState('phone')
  const [reached, setReached] = useState(true)
  const [note, setNote] = useState('')
  const log = useCaseDeed(found.case.number, 'contact-try', close)
  return (
    <FormBox
      title={say('box.contact')}
      ok={say('case.keep')}
      busy={log.isPending}
      cancel={close}
      submit={() => log.mutate({ how, reached, note })}
    >
      <Choice list="contact" label={say('box.how')} value={how} change={setHow} />
      <Radio.Group
        aria-label={say('box.reached')}
        value={reached}
        onChange={({ target }) => setReached(target.value)}
        options={[
          { value: true, label: say('box.reached_yes') },
          { value: false, label: say('box.reached_no') },
        ]}
      />
      <Words value={note} change={setNote} />
    </FormBox>
  )
}
