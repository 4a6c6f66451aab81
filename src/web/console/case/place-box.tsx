import { Alert, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { say } from '../../shared/texts.ts'
import { usePlaces, useRoute } from '../api/desk.ts'
import type { BoxProps } from './case-boxes.tsx'
import { Choice, Words } from './fields.tsx'
import { FormBox } from './form-box.tsx'
import { useCaseDeed } from './use-case-deed.ts'

/** Where the home is (核实住址): what the words seem to say, or street and committee by hand. */
export default function PlaceBox({ found, close }: BoxProps) {
  const { case: row, supposed, subject } = found
  const [first] = supposed.places
  const [street, setStreet] = useState(row.street ?? first?.street ?? '')
  const [committee, setCommittee] = useState(row.committee ?? first?.committee ?? '')
  const [reason, setReason] = useState('asked')
  const [note, setNote] = useState('')
  const streets = usePlaces().data?.streets ?? []
  const place = useCaseDeed(row.number, 'place', close)
  const ids = { street: useId(), committee: useId() }
  const there = streets.find(({ code }) => code === street)?.committees ?? []
  const home = { street, ...(committee && { committee }) }
  function choose(code: string) {
    const [nextStreet = '', nextCommittee = ''] = code.split('/')
    setStreet(nextStreet)
    setCommittee(nextCommittee)
  }
  return (
    <FormBox
      title={say('place.title')}
      ok={say('place.ok')}
      busy={place.isPending}
      ready={street !== ''}
      cancel={close}
      submit={() => place.mutate({ version: row.version, ...home, reason, note })}
    >
      <p>
        <span className="field-name">{say('place.written')}</span>{' '}
        <q>{subject.address ?? say('case.unknown')}</q>
      </p>
      {supposed.places.length > 0 && (
        <Radio.Group
          aria-label={say('place.supposed')}
          value={`${street}/${committee}`}
          onChange={({ target }) => choose(target.value)}
          options={supposed.places.map((each) => ({
            value: `${each.street}/${each.committee ?? ''}`,
            label: each.label,
          }))}
        />
      )}
      <label htmlFor={ids.street}>{say('place.street')}</label>
      <Select
        id={ids.street}
        showSearch={{ optionFilterProp: 'label' }}
        value={street || null}
        onChange={(code) => choose(code)}
        options={streets.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <label htmlFor={ids.committee}>{say('place.committee')}</label>
      <Select
        id={ids.committee}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        disabled={there.length === 0}
        value={committee || null}
        onChange={(code) => setCommittee(code ?? '')}
        options={there.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Way number={row.number} street={street} committee={committee} />
      <Choice list="place" label={say('place.how')} value={reason} change={setReason} />
      <Words value={note} change={setNote} />
    </FormBox>
  )
}

type WayProps = {
  readonly number: string
  readonly street: string
  readonly committee: string
}

/** Where the case would go from there, before anything is changed. */
function Way({ number, street, committee }: WayProps) {
  const route = useRoute(number, street, committee).data
  if (!route) return null
  const leaves = route.leaves ? say('place.leaves') : ''
  return (
    <Alert
      role="status"
      type={route.leaves ? 'warning' : 'info'}
      title={`${say('place.goes', { sentence: route.sentence })}${leaves}`}
    />
  )
}
