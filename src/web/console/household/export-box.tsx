import { useState } from 'react'
import { EXPORT_PARTS, EXPORT_PURPOSES } from '../../../core/casework/export-lists.ts'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import type { ExportedFile } from '../../../core/contract/office/household-export.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { saveFile } from '../../shared/save-file.ts'
import { officePath } from '../api/office.ts'
import { FormBox } from '../case/form-box.tsx'
import { csvOf } from './csv-of.ts'
import { ChosenField } from './file-fields.tsx'
import { say } from './texts.ts'
import { worded } from './word-of.ts'

type Props = { readonly head: HouseholdView; readonly close: () => void }

/** Takes the file out of the house, whole; what for is recorded. */
export function ExportBox({ head, close }: Props) {
  const [purpose, setPurpose] = useState<string>(EXPORT_PURPOSES[0])
  const [form, setForm] = useState('json')
  const take = useDeed(async () => {
    const part = form === 'json' ? null : form
    const format = part === null ? 'json' : 'csv'
    const path = officePath(head.id, '/export')
    const taken = await post<ExportedFile>(path, { purpose, format, part })
    const name = `${taken.number}-${form}.${format}`
    if (part === null) saveFile(name, 'application/json', JSON.stringify(taken, null, 2))
    else saveFile(name, 'text/csv;charset=utf-8', csvOf(taken))
    close()
  }, ['household'])
  return (
    <FormBox
      title={say('export.title')}
      ok={say('export.go')}
      busy={take.isPending}
      cancel={close}
      submit={() => take.mutate()}
    >
      <p className="soft">{say('export.means')}</p>
      <ChosenField
        label={say('export.purpose')}
        value={purpose}
        change={setPurpose}
        options={worded('purpose', EXPORT_PURPOSES)}
      />
      <ChosenField
        label={say('export.what')}
        value={form}
        change={setForm}
        options={[
          ['json', say('export.all')],
          ...worded('part', EXPORT_PARTS).map(
            ([code, word]) => [code, say('export.table', { word })] as const,
          ),
        ]}
      />
    </FormBox>
  )
}
