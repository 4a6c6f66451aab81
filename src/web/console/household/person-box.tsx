import { useState } from 'react'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { officePath } from '../api/office.ts'
import { FormBox } from '../case/form-box.tsx'
import { TextField } from './file-fields.tsx'
import { say } from './texts.ts'

type Props = { readonly head: HouseholdView; readonly close: () => void }

/** Who first asked, as somebody checked it. What stays empty stays as it is. */
export function PersonBox({ head, close }: Props) {
  const [told, tell] = useState({ name: head.name ?? '', phone: '', address: '', reason: '' })
  const set = (name: keyof typeof told) => (value: string) => tell({ ...told, [name]: value })
  const { reason, ...parts } = told
  const changed = Object.entries(parts).filter(
    ([key, value]) => value.trim() !== '' && !(key === 'name' && value.trim() === head.name),
  )
  const save = useDeed(async () => {
    const what = Object.fromEntries(changed.map(([key, value]) => [key, value.trim()]))
    await post(officePath(head.id, '/person'), { ...what, reason: reason.trim() })
    close()
  }, ['household'])
  return (
    <FormBox
      title={say('person.title')}
      ok={say('save')}
      busy={save.isPending}
      ready={changed.length > 0 && reason.trim() !== ''}
      cancel={close}
      submit={() => save.mutate()}
    >
      <TextField label={say('member.name')} value={told.name} change={set('name')} most={60} />
      <TextField
        label={say('member.phone')}
        value={told.phone}
        change={set('phone')}
        hint={head.phone ?? ''}
        most={20}
      />
      <TextField label={say('person.address')} value={told.address} change={set('address')} />
      <TextField label={say('person.reason')} value={reason} change={set('reason')} required />
    </FormBox>
  )
}
