import { Button, Checkbox } from 'antd'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import { post, remove } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import { useViews } from '../api/day.ts'
import type { Me, QueueSight } from '../api/desk.ts'
import { FormBox } from '../case/form-box.tsx'
import { say } from '../roster/texts.ts'
import { viewPath } from './view-path.ts'

type Props = { readonly me: Me; readonly sight: QueueSight }

/** Lists that are kept under a name (视图): one's own, and those of one's street. */
export function SavedViews({ me, sight }: Props) {
  const views = useViews().data?.views ?? []
  const [saving, save] = useState(false)
  const drop = useDeed((id: string) => remove(`/api/office/views/${id}`), ['views'])
  const narrowed = Boolean(sight.filter || sight.q || sight.street || sight.owner)
  if (views.length === 0 && !narrowed) return null
  return (
    <nav className="views line" aria-label={say('views.label')}>
      {views.map((view) => (
        <span key={view.id} className="view">
          <Link to={viewPath(view)}>{view.name}</Link>
          {view.mine && (
            <Button
              type="text"
              size="small"
              aria-label={say('views.drop', { name: view.name })}
              onClick={() => drop.mutate(view.id)}
            >
              ✕
            </Button>
          )}
        </span>
      ))}
      {narrowed && <Button onClick={() => save(true)}>{say('views.save')}</Button>}
      {saving && <SaveBox me={me} sight={sight} close={() => save(false)} />}
    </nav>
  )
}

type BoxProps = Props & { readonly close: () => void }

function SaveBox({ me, sight, close }: BoxProps) {
  const field = useId()
  const [id] = useState(uuid)
  const [name, setName] = useState('')
  const [shared, share] = useState(false)
  const [street] = me.streets
  const { filter, q, street: only, owner, status } = sight
  const filters = Object.fromEntries(
    Object.entries({ filter, q, street: only, owner }).filter(([, value]) => value),
  )
  const keep = useDeed(
    () =>
      post('/api/office/views', {
        ...{ id, name: name.trim(), list: status, filters },
        street: shared ? only || street?.code : null,
      }),
    ['views'],
  )
  return (
    <FormBox
      title={say('views.title')}
      ok={say('views.ok')}
      busy={keep.isPending}
      ready={name.trim() !== ''}
      cancel={close}
      submit={() => keep.mutate(undefined, { onSuccess: close })}
    >
      <label htmlFor={field}>{say('views.name')}</label>
      <input
        id={field}
        className="plain-field"
        maxLength={20}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      {street && (
        <Checkbox checked={shared} onChange={({ target }) => share(target.checked)}>
          {say('views.share', { street: street.name })}
        </Checkbox>
      )}
    </FormBox>
  )
}
