import { App, Button, Input, InputNumber, Radio } from 'antd'
import { useId, useState } from 'react'
import { SERVICE_RESULTS, SERVICE_TYPES } from '../../../core/casework/service-lists.ts'
import type { NewService } from '../../../core/contract/office/service.ts'
import { shanghai } from '../../../core/time.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import { officePath } from '../api/office.ts'
import { serverNow } from '../api/server-time.ts'
import type { FoundServices } from '../api/visits.ts'
import { FormBox } from '../case/form-box.tsx'
import { HouseholdPicker, type Picked } from './household-picker.tsx'
import { PhotoField } from './photo-field.tsx'
import { say } from './texts.ts'

type Props = { readonly start: readonly Picked[]; readonly close: () => void }

/** One service record for one or many households (服务记录), in under half a minute. */
export default function ServiceBox({ start, close }: Props) {
  const { notification } = App.useApp()
  const today = shanghai(serverNow()).day
  const [picked, pick] = useState(start)
  const [type, setType] = useState<NewService['type']>('round')
  const [day, setDay] = useState(today)
  const [minutes, setMinutes] = useState<number | null>(null)
  const [result, setResult] = useState<NewService['result']>('done')
  const [who, setWho] = useState('')
  const [words, setWords] = useState('')
  const [photos, setPhotos] = useState<NewService['photos']>([])
  // Made once: sent again after a cut, nothing stands twice.
  const [ids] = useState(() => new Map<string, string>())
  const [group] = useState(uuid)
  const idOf = (household: string) => {
    const id = ids.get(household) ?? uuid()
    ids.set(household, id)
    return id
  }
  const undo = useDeed(undoAll, ['services', 'household'])
  const write = useDeed(
    () =>
      post<FoundServices>('/api/office/services', {
        households: picked.map(({ id }) => ({ household: id, id: idOf(id) })),
        group: picked.length > 1 ? group : null,
        ...{ type, day, minutes, result, who, words, photos },
      }),
    ['services', 'household'],
  )
  const submit = () =>
    write.mutate(undefined, {
      onSuccess: (written) => {
        close()
        const key = group
        notification.success({
          key,
          title: say('service.done', { count: written.services.length }),
          duration: UNDO_FOR,
          actions: (
            <Button
              size="small"
              onClick={() => {
                undo.mutate(written)
                notification.destroy(key)
              }}
            >
              {say('service.undo')}
            </Button>
          ),
        })
      },
    })
  const fields = { day: useId(), minutes: useId(), who: useId(), words: useId() }
  return (
    <FormBox
      title={say('service.title')}
      ok={say('save')}
      busy={write.isPending}
      ready={picked.length > 0 && day !== '' && day <= today}
      cancel={close}
      submit={submit}
    >
      <HouseholdPicker picked={picked} pick={pick} />
      <Codes
        label={say('service.type')}
        words="types"
        codes={SERVICE_TYPES}
        value={type}
        change={setType}
      />
      <div className="line">
        <label htmlFor={fields.day}>{say('service.day')}</label>
        <input
          id={fields.day}
          type="date"
          className="plain-field"
          max={today}
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
        <label htmlFor={fields.minutes}>{say('service.minutes')}</label>
        <InputNumber
          id={fields.minutes}
          min={1}
          max={1_440}
          value={minutes}
          onChange={setMinutes}
        />
      </div>
      <label htmlFor={fields.who}>{say('service.who')}</label>
      <Input id={fields.who} maxLength={200} value={who} onChange={(e) => setWho(e.target.value)} />
      <label htmlFor={fields.words}>{say('service.words')}</label>
      <Input
        id={fields.words}
        maxLength={500}
        value={words}
        onChange={(e) => setWords(e.target.value)}
      />
      <Codes
        label={say('service.result')}
        words="results"
        codes={SERVICE_RESULTS}
        value={result}
        change={setResult}
      />
      <PhotoField household={picked[0]?.id} photos={photos} change={setPhotos} />
    </FormBox>
  )
}

/** Seconds in which one click takes the record back. */
const UNDO_FOR = 10

async function undoAll({ services }: FoundServices): Promise<void> {
  for (const { household, id, version } of services) {
    const reason = say('service.undo_reason')
    await post(officePath(household.id, `/services/${id}/strike`), { version, reason })
  }
}

type CodesProps<Code extends string> = {
  readonly label: string
  readonly words: string
  readonly codes: readonly Code[]
  readonly value: Code | undefined
  readonly change: (code: Code) => void
}

/** One of a closed list: all are seen at once, arrow keys choose. */
export function Codes<Code extends string>(props: CodesProps<Code>) {
  const { label, words, codes, value, change } = props
  const id = useId()
  return (
    <>
      <span id={id} className="field-name">
        {label}
      </span>
      <Radio.Group
        aria-labelledby={id}
        value={value}
        onChange={({ target }) => change(target.value)}
        options={codes.map((code) => ({ value: code, label: say(`${words}.${code}`) }))}
      />
    </>
  )
}
