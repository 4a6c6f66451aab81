import { BellOutlined } from '@ant-design/icons'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { say } from '../../shared/texts.ts'
import { useNotices } from '../api/desk.ts'
import { moment } from '../parts/moment.ts'

/** What calls one: @ in a note, a transfer, a resident who has gone silent. */
export function Bell() {
  const { notices = [], unseen = 0 } = useNotices().data ?? {}
  const [open, setOpen] = useState(false)
  const see = useDeed(() => post('/api/desk/notices/seen'), ['notices'])
  function change(next: boolean) {
    setOpen(next)
    if (!next && unseen > 0) see.mutate()
  }
  const list = (
    <ul className="notices">
      {notices.map(({ id, to, sentence, at, seen }) => (
        <li key={id} className={seen ? undefined : 'unseen'}>
          <Link to={to} onClick={() => change(false)}>
            {sentence}
          </Link>{' '}
          <span className="soft">{moment(at)}</span>
        </li>
      ))}
      {notices.length === 0 && <li className="soft">{say('bell.empty')}</li>}
    </ul>
  )
  return (
    <Popover
      open={open}
      onOpenChange={change}
      trigger="click"
      placement="bottomRight"
      getPopupContainer={(bell) => bell.parentElement ?? document.body}
      title={say('bell.title')}
      content={list}
    >
      <Badge count={unseen} size="small" offset={[-8, 8]}>
        <Button
          type="text"
          icon={<BellOutlined />}
          aria-expanded={open}
          aria-label={say('bell.label', { count: unseen })}
        />
      </Badge>
    </Popover>
  )
}
