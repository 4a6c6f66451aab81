import { App } from 'antd'
import { useState } from 'react'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import { FormBox } from '../case/form-box.tsx'
import { HouseholdPicker, type Picked } from '../service/household-picker.tsx'
import { say } from '../service/texts.ts'
import { ColleagueField } from './colleague-field.tsx'
import { WordsField } from './words-field.tsx'

/** 记一件投诉: what a resident said, for those who lead. */
export function BringBox({ close }: { readonly close: () => void }) {
  const { message } = App.useApp()
  const [id] = useState(uuid)
  const [picked, pick] = useState<readonly Picked[]>([])
  const [against, setAgainst] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const household = picked[0]?.id
  const bring = useDeed(
    () => post('/api/office/complaints', { household, id, against, words: words.trim() }),
    ['complaints'],
  )
  return (
    <FormBox
      title={say('complaint.title')}
      ok={say('complaint.ok')}
      busy={bring.isPending}
      ready={household !== undefined && words.trim() !== ''}
      cancel={close}
      submit={() =>
        bring.mutate(undefined, {
          onSuccess: () => {
            close()
            void message.success(say('complaint.sent'))
          },
        })
      }
    >
      <HouseholdPicker single picked={picked} pick={pick} />
      <ColleagueField label={say('complaint.about')} value={against} change={setAgainst} />
      <WordsField
        label={say('complaint.words')}
        value={words}
        change={setWords}
        rows={4}
        most={2_000}
      />
    </FormBox>
  )
}
