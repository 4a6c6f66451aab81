import { Button } from 'antd'
import { Link } from 'react-router'
import type { ServiceView } from '../../../core/contract/office/service.ts'
import { say } from './texts.ts'

type Props = {
  readonly service: ServiceView
  /** Without the household where the page is about one. */
  readonly alone?: boolean
  readonly strike: () => void
}

/** One service record in words. */
export function ServiceItem({ service, alone = false, strike }: Props) {
  const { household, type, day, minutes, result, who, words, photos, by, state, why } = service
  return (
    <li className={state === 'struck' ? 'struck' : undefined}>
      <div className="line between">
        <span>
          {day} <strong>{say(`types.${type}`)}</strong>{' '}
          {!alone && (
            <Link to={`/households/${household.id}`}>
              {household.name ?? say('unknown')} {household.number}
            </Link>
          )}{' '}
          {result !== 'done' && <span className="tag">{say(`results.${result}`)}</span>}{' '}
          {service.group !== null && <span className="tag">{say('service.group')}</span>}{' '}
          {minutes !== null && (
            <span className="soft">{say('service.minutes_said', { count: minutes })}</span>
          )}
        </span>
        <span className="soft">
          {say('service.by', { name: by.name })}{' '}
          {state === 'done' && (
            <Button size="small" type="text" onClick={strike}>
              {say('service.strike')}
            </Button>
          )}
        </span>
      </div>
      <div>
        {words} <span className="soft">{who}</span>{' '}
        {photos.map((photo, at) => (
          <a
            key={photo.id}
            href={`/api/desk/files/${photo.id}?case=${photo.number}`}
            target="_blank"
            rel="noreferrer"
          >
            {say('service.photo', { at: at + 1 })}
          </a>
        ))}
      </div>
      {why !== null && <p className="soft">{say('service.struck', { why })}</p>}
    </li>
  )
}
