import { Button } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { say } from '../../shared/texts.ts'
import { moment } from '../parts/moment.ts'
import { Words } from './fields.tsx'
import { useCaseDeed } from './use-case-deed.ts'

type Suspect = CaseView['suspects'][number]

type Props = {
  readonly suspects: readonly Suspect[]
  readonly number: string
  readonly acts: CaseView['acts']
}

/** Guesses of the house (疑似), with what they rest on; a person says whether they are so. */
export function SuspectList({ suspects, number, acts }: Props) {
  if (suspects.length === 0) return null
  return (
    <ul className="suspects" aria-label={say('suspect.title')}>
      {suspects.map((each) => (
        <SuspectLine
          key={each.seq}
          suspect={each}
          number={number}
          may={acts.includes('set_indicator')}
        />
      ))}
    </ul>
  )
}

type LineProps = { readonly suspect: Suspect; readonly number: string; readonly may: boolean }

function SuspectLine({ suspect, number, may }: LineProps) {
  const { seq, kind, sentence, quote, settled } = suspect
  const [saying, settleAs] = useState<boolean | null>(null)
  const [reason, setReason] = useState('')
  const settle = useCaseDeed(number, `suspects/${seq}`, () => settleAs(null))
  const ready = saying === false || reason.trim() !== ''
  if (settled) {
    const values = { by: settled.by, at: moment(settled.at) }
    return (
      <li className="settled">
        {sentence} <b>{say(settled.confirmed ? 'suspect.was' : 'suspect.was_not', values)}</b>
      </li>
    )
  }
  return (
    <li>
      <p>{sentence}</p>
      {quote !== '' && <q>{quote}</q>}
      {may && (
        <span className="line tight">
          <Button size="small" aria-expanded={saying === true} onClick={() => settleAs(true)}>
            {say('suspect.yes')}
          </Button>
          <Button size="small" aria-expanded={saying === false} onClick={() => settleAs(false)}>
            {say('suspect.no')}
          </Button>
        </span>
      )}
      {saying !== null && (
        <form
          className="stack decide"
          onSubmit={(event) => {
            event.preventDefault()
            if (ready) settle.mutate({ confirmed: saying, reason: reason.trim() })
          }}
        >
          <p>{say(saying ? `suspect.yes_means.${kind}` : 'suspect.no_means')}</p>
          <Words label={say('suspect.how')} value={reason} change={setReason} />
          <p className="line end">
            <Button onClick={() => settleAs(null)}>{say('box.cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={settle.isPending} disabled={!ready}>
              {say('case.keep')}
            </Button>
          </p>
        </form>
      )}
    </li>
  )
}
