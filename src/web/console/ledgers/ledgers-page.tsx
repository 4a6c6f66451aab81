import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { LEDGERS, type Ledger } from '../../../core/casework/ledger-table.ts'
import type { LedgerTaken, TakeLedger } from '../../../core/contract/office/ledger.ts'
import { shanghai } from '../../../core/time.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { useMe } from '../api/desk.ts'
import { serverNow } from '../api/server-time.ts'
import { ChosenField, TextField } from '../household/file-fields.tsx'
import '../household/household.css'
import '../household/print.css'
import { usePageTitle } from '../shell/page-title.ts'
import { useStreet } from '../shell/use-street.ts'
import { LedgerSheet } from './ledger-sheet.tsx'
import './ledgers.css'
import { say } from './texts.ts'

/** 台账: what was done in a month, to look at, print and save. */
export default function LedgersPage() {
  const [looked] = useStreet()
  const [ledger, choose] = useState<Ledger>('services')
  const [month, turn] = useState(() => shanghai(serverNow()).day.slice(0, 7))
  const [street, look] = useState(looked)
  const [purpose, mean] = useState('')
  const [taken, keep] = useState<LedgerTaken | null>(null)
  const streets = useMe().data?.streets ?? []
  usePageTitle(say('nav'))
  const take = useDeed(async () => {
    const asked: TakeLedger = { ledger, month, street: street || null, purpose }
    keep(await post<LedgerTaken>('/api/office/ledgers', asked))
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keep(null)
    take.mutate()
  }
  return (
    <div className="file-page printed ledgers">
      <div className="not-printed">
        <h1>{say('nav')}</h1>
        <p className="soft">{say('means')}</p>
        <form className="ledger-form" onSubmit={submit}>
          <div>
            <ChosenField
              label={say('which')}
              value={ledger}
              change={(code) => choose(LEDGERS.find((each) => each === code) ?? ledger)}
              options={LEDGERS.map((code) => [code, say(`title.${code}`)])}
            />
          </div>
          <div>
            <TextField label={say('month')} type="month" value={month} change={turn} required />
          </div>
          {streets.length > 1 && (
            <div>
              <ChosenField
                label={say('street')}
                value={street}
                change={look}
                options={[['', say('all_streets')], ...streets.map(pair)]}
              />
            </div>
          )}
          <div className="wide">
            <TextField
              label={say('purpose')}
              hint={say('purpose_hint')}
              value={purpose}
              change={mean}
              most={100}
              required
            />
          </div>
          <Button type="primary" htmlType="submit" loading={take.isPending}>
            {say('take')}
          </Button>
        </form>
      </div>
      {taken && <LedgerSheet taken={taken} />}
    </div>
  )
}

const pair = ({ code, name }: { readonly code: string; readonly name: string }) =>
  [code, name] as const
