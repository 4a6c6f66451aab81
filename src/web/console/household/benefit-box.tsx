import { useState } from 'react'
import { HELP_AIMS, HELP_KINDS } from '../../../core/casework/benefit-ledger.ts'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import { INDICATORS } from '../../../core/indicators.ts'
import { shanghai } from '../../../core/time.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import { officePath } from '../api/office.ts'
import { serverNow } from '../api/server-time.ts'
import { FormBox } from '../case/form-box.tsx'
import { ChosenField, TextField } from './file-fields.tsx'
import { say } from './texts.ts'
import { worded } from './word-of.ts'
import { fenOf } from './yuan.ts'

type Props = { readonly head: HouseholdView; readonly close: () => void }

/** Help that some department gives: what, who, since when, how much, what for. */
export function BenefitBox({ head, close }: Props) {
  const [id] = useState(uuid)
  const [told, tell] = useState(() => ({
    ...{ item: '', department: '', kind: 'money', aim: 'floor', every: 'month', amount: '' },
    ...{ from: shanghai(serverNow()).day.slice(0, 7), to: '', need: '' },
  }))
  const set = (name: keyof typeof told) => (value: string) => tell({ ...told, [name]: value })
  const fen = told.amount.trim() === '' ? null : fenOf(told.amount)
  const badAmount = told.amount.trim() !== '' && fen === null
  const badMonth =
    !MONTH.test(told.from) || (told.to !== '' && (!MONTH.test(told.to) || told.to < told.from))
  const save = useDeed(async () => {
    const { item, department, kind, aim, every, from, to, need } = told
    await post(officePath(head.id, '/benefits'), {
      ...{ id, version: null, state: 'given', item: item.trim(), department: department.trim() },
      ...{ kind, aim, every, from, to: to || null, amount: fen, note: null },
      needs: need === '' ? [] : [need],
    })
    close()
  }, ['household'])
  return (
    <FormBox
      title={say('benefit.add')}
      ok={say('save')}
      busy={save.isPending}
      ready={told.item.trim() !== '' && told.department.trim() !== '' && !badAmount && !badMonth}
      cancel={close}
      submit={() => save.mutate()}
    >
      <TextField
        label={say('benefit.item')}
        value={told.item}
        change={set('item')}
        most={60}
        required
      />
      <TextField
        label={say('benefit.department')}
        value={told.department}
        change={set('department')}
        most={60}
        required
      />
      <ChosenField
        label={say('benefit.kind')}
        value={told.kind}
        change={set('kind')}
        options={worded('help', HELP_KINDS)}
      />
      <ChosenField
        label={say('benefit.aim')}
        value={told.aim}
        change={set('aim')}
        options={worded('aim', HELP_AIMS)}
      />
      <ChosenField
        label={say('benefit.every')}
        value={told.every}
        change={set('every')}
        options={worded('every', ['month', 'once'])}
      />
      <TextField
        label={say('benefit.from')}
        value={told.from}
        change={set('from')}
        hint="2026-11"
        most={7}
      />
      {told.every === 'month' && (
        <TextField
          label={say('benefit.to')}
          value={told.to}
          change={set('to')}
          hint="2026-11"
          most={7}
        />
      )}
      {badMonth && <p role="alert">{say('benefit.month_bad')}</p>}
      <TextField
        label={say('benefit.amount')}
        value={told.amount}
        change={set('amount')}
        most={12}
      />
      {badAmount && <p role="alert">{say('benefit.amount_bad')}</p>}
      <ChosenField
        label={say('benefit.need')}
        value={told.need}
        change={set('need')}
        options={[['', say('benefit.no_need')], ...worded('indicator', INDICATORS)]}
      />
    </FormBox>
  )
}

const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/
