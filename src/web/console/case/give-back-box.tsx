import { Checkbox } from 'antd'
import { useState } from 'react'
import { say } from '../../shared/texts.ts'
import { uuid } from '../../shared/uuid.ts'
import type { BoxProps } from './case-boxes.tsx'
import { Choice } from './fields.tsx'
import { FormBox } from './form-box.tsx'
import { useCaseDeed } from './use-case-deed.ts'

/** Gives the floor back to the bot, at a place one chooses; the resident is told. */
export default function GiveBackBox({ found, close }: BoxProps) {
  const [at, setAt] = useState('open_question')
  const [questions, setQuestions] = useState<readonly string[]>([])
  const give = useCaseDeed(found.case.number, 'give-back', close)
  const chosen = at === 'questions'
  return (
    <FormBox
      title={say('floor.give')}
      ok={say('floor.give')}
      busy={give.isPending}
      ready={!chosen || questions.length > 0}
      cancel={close}
      submit={() => give.mutate({ id: uuid(), at, questions: chosen ? questions : [] })}
    >
      <Choice list="give_back" label={say('floor.where')} value={at} change={setAt} />
      {chosen && (
        <Checkbox.Group
          aria-label={say('floor.questions')}
          className="stack"
          value={[...questions]}
          onChange={setQuestions}
          options={found.askable.map(({ code, name, question }) => ({
            value: code,
            label: `${name}：${question}`,
          }))}
        />
      )}
    </FormBox>
  )
}
