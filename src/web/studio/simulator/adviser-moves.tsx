import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { Move } from '../../../core/dialog/rehearse/moves.ts'
import { BACK_AT } from '../../../core/dialog/rehearse/stored-talk.ts'
import type { IndicatorCode } from '../../../core/indicators.ts'
import { INDICATOR_NAMES } from '../step/indicators.ts'
import { say } from './texts.ts'

type Props = { readonly make: (move: Move) => void }

/** What an adviser does to the talk: takes it, writes into it, gives it back where it is to go on, closes. */
export function AdviserMoves({ make }: Props) {
  const [text, write] = useState('')
  const [at, goOn] = useState<(typeof BACK_AT)[number]>('open_question')
  const [questions, ask] = useState<IndicatorCode[]>([])
  const isBlank = text.trim() === ''
  const told = (desk: 'said' | 'closed') => {
    make({ desk, text: text.trim() })
    write('')
  }
  return (
    <fieldset className="provoke">
      <legend>{say('desk.label')}</legend>
      {(['claimed', 'took_over'] as const).map((desk) => (
        <Button key={desk} size="small" onClick={() => make({ desk })}>
          {say(`desk.${desk}`)}
        </Button>
      ))}
      <Input
        className="line"
        aria-label={say('desk.write')}
        placeholder={say('desk.write')}
        value={text}
        onChange={({ target }) => write(target.value)}
        autoComplete="off"
      />
      {(['said', 'closed'] as const).map((desk) => (
        <Button key={desk} size="small" disabled={isBlank} onClick={() => told(desk)}>
          {say(`desk.${desk}`)}
        </Button>
      ))}
      <Select
        aria-label={say('desk.back_at')}
        value={at}
        onChange={goOn}
        options={BACK_AT.map((value) => ({ value, label: say(`desk.at_${value}`) }))}
      />
      {at === 'questions' && (
        <Select
          className="line"
          mode="multiple"
          aria-label={say('desk.which')}
          placeholder={say('desk.which')}
          value={questions}
          onChange={ask}
          options={INDICATOR_NAMES.map(([value, label]) => ({ value, label }))}
        />
      )}
      <Button
        size="small"
        disabled={at === 'questions' && questions.length === 0}
        onClick={() => make({ desk: 'gave_back', at, ...(at === 'questions' && { questions }) })}
      >
        {say('desk.gave_back')}
      </Button>
    </fieldset>
  )
}
