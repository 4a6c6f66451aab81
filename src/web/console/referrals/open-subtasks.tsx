import { Alert } from 'antd'
import { Link } from 'react-router'
import { useOutsideOf } from '../api/outside.ts'
import { say } from './texts.ts'

/** Before a case is closed: which offices have not answered, with the way to where it is dealt with. */
export function OpenSubtasks(props: { readonly household: string; readonly number: string }) {
  const lines = useOutsideOf(props.household).data?.lines ?? []
  const open = lines.filter(
    (line) => line.kind === 'subtask' && line.open && line.case === props.number,
  )
  if (open.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={say('closing', { count: open.length })}
      description={
        <>
          {open.map(({ to }) => to).join('、')}{' '}
          <Link to={`/households/${props.household}/outside`}>{say('open_file')}</Link>
        </>
      }
    />
  )
}
