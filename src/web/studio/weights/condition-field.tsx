import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { say } from './texts.ts'

type ConditionFieldProps = {
  readonly label: string
  readonly condition: string
  readonly isWrong: boolean
  readonly use: (condition: string) => void
}

/** A condition is used when it is finished: at each letter half a million people would be judged anew. */
export function ConditionField({ label, condition, isWrong, use }: ConditionFieldProps) {
  const [written, write] = useState(condition)
  useEffect(() => write(condition), [condition])
  return (
    <>
      <Input.TextArea
        aria-label={label}
        aria-invalid={isWrong}
        rows={Math.min(8, Math.ceil(written.length / 24))}
        value={written}
        onChange={({ target }) => write(target.value)}
      />
      {isWrong && (
        <p className="weights-sum wrong" role="alert">
          {say('condition.wrong')}
        </p>
      )}
      {written !== condition && written.trim() !== '' && (
        <Button size="small" onClick={() => use(written.trim())}>
          {say('apply')}
        </Button>
      )}
    </>
  )
}
