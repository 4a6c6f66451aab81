import { Input } from 'antd'
import { isRecord } from '../yaml/render.ts'
import { Choice, Field } from './fields.tsx'
import { useTargets } from './jump-field.tsx'
import { say } from './texts.ts'
import { Words, wordsIn } from './words.tsx'
import { textIn, useStep } from './write.ts'

/** Words that lead on from any later question, e.g. 现在就交. */
export function LeaveField() {
  const { value, write, mayEdit } = useStep()
  const targets = useTargets()
  const now = isRecord(value.leave) ? value.leave : {}
  const set = (key: 'label' | 'words' | 'goto', next: unknown) => {
    const whole = { label: textIn(now, 'label'), words: now.words, goto: textIn(now, 'goto') }
    const { words, ...named } = { ...whole, [key]: next }
    const isEmpty = named.label === '' && named.goto === ''
    write('leave', isEmpty ? undefined : { ...named, ...(words === undefined ? {} : { words }) })
  }
  return (
    <Field field="leave" hint={say('leave.hint')}>
      <div className="pair">
        <Input
          id="field-leave"
          maxLength={30}
          placeholder={say('leave.label')}
          value={textIn(now, 'label')}
          disabled={!mayEdit}
          onChange={({ target }) => set('label', target.value)}
        />
        <Words
          label={say('leave.words')}
          words={wordsIn(now.words)}
          isOff={!mayEdit}
          keep={(words) => set('words', words)}
        />
        <Choice
          id="field-leave-goto"
          label={say('leave.goto')}
          value={textIn(now, 'goto')}
          of={targets}
          none={say('none')}
          isOff={!mayEdit}
          choose={(step) => set('goto', step)}
        />
      </div>
    </Field>
  )
}
