import { Input } from 'antd'
import { useId, useState } from 'react'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import { officePath } from '../api/office.ts'
import type { Registration } from '../api/outside.ts'
import { FormBox } from '../case/form-box.tsx'
import { SelectField } from './select-field.tsx'
import { say } from './texts.ts'

const STATUSES = [
  ['', 'unknown'],
  ['local', 'local'],
  ['permit', 'permit'],
  ['none', 'no_permit'],
] as const

type Props = {
  readonly household: string
  readonly found: Registration
  readonly close: () => void
}

/** Where the household is registered (户籍). */
export function RegistrationBox({ household, found, close }: Props) {
  const [once] = useState(() => found.id ?? uuid())
  const [status, choose] = useState(found.status ?? '')
  const [street, place] = useState(found.street ?? '')
  const [address, write] = useState(found.address)
  const id = useId()
  const save = useDeed(
    () =>
      post(officePath(household, '/registration'), {
        ...{ id: once, version: found.version, address },
        ...{ status: status || null, street: street || null },
      }),
    ['registration'],
  )
  return (
    <FormBox
      title={say('formal.edit')}
      ok={say('deed.save')}
      busy={save.isPending}
      cancel={close}
      submit={() => save.mutate(undefined, { onSuccess: close })}
    >
      <SelectField
        label={say('formal.status')}
        value={status}
        change={choose}
        options={STATUSES.map(([value, word]) => ({ value, label: say(`formal.${word}`) }))}
      />
      <SelectField
        label={say('formal.street')}
        value={street}
        change={place}
        options={[
          { value: '', label: say('formal.unknown') },
          ...found.places.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <label htmlFor={id}>{say('formal.address')}</label>
      <Input
        id={id}
        maxLength={200}
        value={address}
        onChange={({ target }) => write(target.value)}
      />
    </FormBox>
  )
}
