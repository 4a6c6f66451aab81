import { App, Button, Checkbox, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { Submitted } from '../../../core/contract/studio/releases.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { releasePath, TOUCHED } from './api.ts'
import { say } from './texts.ts'

type Props = {
  /** 0 = the files as shipped. */
  readonly number: number
  readonly children?: string
}

/** An older release once more, at once and by one person; whoever is in the middle stays, unless it is said. */
export function BringBack({ number, children = say('decide.bring_back') }: Props) {
  const { message } = App.useApp()
  const [moves, setMoves] = useState(false)
  const [why, setWhy] = useState('')
  const run = useDeed(async () => {
    const body = { note: why.trim() || children, moves: moves ? { steps: {} } : null }
    const url = releasePath(number, 'bring-back')
    const back = await post<z.infer<typeof Submitted>>(url, body)
    void message.success(say('decide.done_back', { number: back.number }))
  }, TOUCHED)
  const ask = number === 0 ? 'decide.bring_back_shipped' : 'decide.bring_back_ask'
  return (
    <Popconfirm
      title={say(ask, { number })}
      description={
        <div className="bring-back">
          <Input
            aria-label={say('decide.why_back')}
            placeholder={say('decide.why_back')}
            maxLength={2_000}
            value={why}
            onChange={({ target }) => setWhy(target.value)}
          />
          <Checkbox checked={moves} onChange={({ target }) => setMoves(target.checked)}>
            {say('decide.bring_back_move')}
          </Checkbox>
        </div>
      }
      okText={say('decide.bring_back_go')}
      cancelText={say('decide.no')}
      onConfirm={() => run.mutate()}
    >
      <Button loading={run.isPending}>{children}</Button>
    </Popconfirm>
  )
}
