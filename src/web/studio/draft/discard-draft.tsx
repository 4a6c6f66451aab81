import { App, Button, Popconfirm } from 'antd'
import { useNavigate } from 'react-router'
import { sentenceOf } from '../../shared/api/call.ts'
import { say } from './texts.ts'
import type { Saving } from './use-saving.ts'

type Props = {
  readonly saving: Saving
  /** Nothing of it is published: without its draft there is no document. */
  readonly isNew: boolean
}

/** Puts the draft away: the document is again as it is published, and undo brings the words back. */
export function DiscardDraft({ saving, isNew }: Props) {
  const { message } = App.useApp()
  const go = useNavigate()
  if (saving.savedAt === null) return null
  const discard = () =>
    saving.discard().then(
      (isAway) => isAway && isNew && go('/'),
      (error: unknown) => void message.error(sentenceOf(error), 6),
    )
  return (
    <Popconfirm
      title={say('discarding.sure')}
      okText={say('discarding.do')}
      cancelText={say('cancel')}
      onConfirm={() => void discard()}
    >
      <Button>{say('discard')}</Button>
    </Popconfirm>
  )
}
