import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { useRoom } from '../documents/room.ts'
import { Field } from './fields.tsx'
import { renameStep } from './rename.ts'
import { say } from './texts.ts'
import { textIn, useStep } from './write.ts'

/** The name of a step; whatever leads to it is renamed along. */
export function IdField() {
  const { value, path, mayEdit } = useStep()
  const { text, change } = useRoom()
  const id = textIn(value, 'id')
  const [typed, type] = useState(id)
  useEffect(() => type(id), [id])
  const keep = () => {
    if (typed !== id && typed !== '') change(renameStep(text, path, typed))
  }
  return (
    <Field field="id" hint={say('id_hint')}>
      <Input
        id="field-id"
        value={typed}
        disabled={!mayEdit}
        onChange={({ target }) => type(target.value)}
        onBlur={keep}
        onPressEnter={keep}
      />
    </Field>
  )
}
