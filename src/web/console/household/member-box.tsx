import { useState } from 'react'
import type { z } from 'zod'
import { KIN } from '../../../core/casework/member.ts'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import type { MemberView, SaveMember } from '../../../core/contract/office/household-members.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import { officePath } from '../api/office.ts'
import { FormBox } from '../case/form-box.tsx'
import { ChosenField, TextField } from './file-fields.tsx'
import { say } from './texts.ts'
import { worded, wordOf } from './word-of.ts'

type Props = {
  readonly head: HouseholdView
  readonly member: MemberView | null
  readonly close: () => void
}

/** Numbers that are known already are not typed again: left empty they stay. */
export function MemberBox({ head, member, close }: Props) {
  const [id] = useState(() => member?.id ?? uuid())
  const [told, tell] = useState(() => toldOf(member))
  const set = (name: keyof typeof told) => (value: string) => tell({ ...told, [name]: value })
  const born = told.born.trim()
  const bad = born !== '' && !/^\d{4}(-\d{2}-\d{2})?$/.test(born)
  const save = useDeed(async () => {
    const { kin, state, phone, idNumber, ...open } = told
    const texts = Object.fromEntries(
      Object.entries(open).map(([key, text]) => [key, text.trim() || null]),
    )
    await post(officePath(head.id, '/members'), {
      ...{ id, version: member?.version ?? null, kin, state, ...texts },
      ...(phone.trim() && { phone: phone.trim() }),
      ...(idNumber.trim() && { idNumber: idNumber.trim() }),
    } as z.infer<typeof SaveMember>)
    close()
  }, ['household'])
  return (
    <FormBox
      title={say(member ? 'member.change' : 'member.add')}
      ok={say('save')}
      busy={save.isPending}
      ready={told.name.trim() !== '' && !bad}
      cancel={close}
      submit={() => save.mutate()}
    >
      <TextField
        label={say('member.name')}
        value={told.name}
        change={set('name')}
        most={60}
        required
      />
      <ChosenField
        label={say('member.kin')}
        value={told.kin}
        change={set('kin')}
        options={worded('kin', KIN)}
      />
      <ChosenField
        label={say('member.lives')}
        value={told.state}
        change={set('state')}
        options={worded('member_state', ['here', 'away', 'left'])}
      />
      <TextField
        label={say('member.born')}
        value={told.born}
        change={set('born')}
        hint={say('member.born_hint')}
        most={10}
      />
      {bad && <p role="alert">{say('member.born_bad')}</p>}
      <TextField
        label={say('member.phone')}
        value={told.phone}
        change={set('phone')}
        hint={member?.phone ?? ''}
        most={20}
      />
      <TextField
        label={say('member.id_number')}
        value={told.idNumber}
        change={set('idNumber')}
        hint={member?.idNumber ?? ''}
        most={18}
      />
      {(['health', 'work', 'school', 'note'] as const).map((part) => (
        <TextField
          key={part}
          label={wordOf('member', part)}
          value={told[part]}
          change={set(part)}
        />
      ))}
    </FormBox>
  )
}

const toldOf = (member: MemberView | null) => ({
  ...{ name: member?.name ?? '', kin: member?.kin ?? 'spouse', state: member?.state ?? 'here' },
  ...{ born: member?.born ?? '', phone: '', idNumber: '', health: member?.health ?? '' },
  ...{ work: member?.work ?? '', school: member?.school ?? '', note: member?.note ?? '' },
})
