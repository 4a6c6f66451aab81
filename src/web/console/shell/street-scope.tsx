import { Select } from 'antd'
import { say } from '../../shared/texts.ts'
import type { Me } from '../api/desk.ts'
import { useStreet } from './use-street.ts'

/** Which of one's streets is looked at. With one street there is nothing to choose. */
export function StreetScope({ me }: { readonly me: Me }) {
  const [street, look] = useStreet()
  const [only] = me.streets
  if (me.streets.length <= 1) return <span>{only?.name}</span>
  const every = { value: '', label: say('nav.every_street') }
  return (
    <Select
      aria-label={say('nav.street')}
      className="street-scope"
      value={street}
      onChange={look}
      options={[every, ...me.streets.map(({ code, name }) => ({ value: code, label: name }))]}
    />
  )
}
