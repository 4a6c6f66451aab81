import { App, Button, Checkbox, Popconfirm } from 'antd'
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
  const run = useDeed(async () => {
    const body = { note: children, moves: moves ? { steps: {} } : null }
    const url = releasePath(number, 'bring-back')
    const back = await post<z.infer<typeof Submitted>>(url, body)
    void message.success(say('decide.done_back', { number: back.number }))
  }, TOUCHED)
  const ask = number === 0 ? 'decide.bring_back_shipped' : 'decide.bring_back_ask'
  return (
    <Popconfirm
      title={say(ask, { number })}
      description={
        <Checkbox checked={moves} onChange={({ target }) => setMoves(target.checked)}>
          {say('decide.bring_back_move')}
        </Checkbox>
      }
      okText={say('decide.bring_back_go')}
      cancelText={say('decide.no')}
      onConfirm={() => run.mutate()}
    >
      <Button loading={run.isPending}>{children}</Button>
    </Popconfirm>
  )
}
