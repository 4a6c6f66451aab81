import { Button } from 'antd'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { say } from '../../shared/texts.ts'
import type { Me } from '../api/desk.ts'

/** Whether one is on duty (值班): said in words, changed with a click. */
export function DutySwitch({ me: { duty } }: { readonly me: Me }) {
  const change = useDeed(() => post('/api/desk/duty', { on: !duty }), ['me'])
  return (
    <Button
      type="text"
      aria-pressed={duty}
      loading={change.isPending}
      onClick={() => change.mutate()}
    >
      <span aria-hidden className={duty ? 'dot on' : 'dot'} />
      {duty ? say('nav.on_duty') : say('nav.off_duty')}
    </Button>
  )
}
