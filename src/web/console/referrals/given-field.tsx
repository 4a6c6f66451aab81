import { Checkbox } from 'antd'
import { useId } from 'react'
import { GIVEN_PARTS, type GivenPart } from '../../../core/casework/referral.ts'
import { useGiven } from '../api/outside.ts'
import { say } from './texts.ts'

type Props = {
  readonly household: string
  readonly parts: readonly GivenPart[]
  readonly change: (parts: readonly GivenPart[]) => void
}

/** What is told, part by part, and exactly as it will be read. */
export function GivenField({ household, parts, change }: Props) {
  const given = useGiven(household, parts).data?.given
  const id = useId()
  return (
    <>
      <span id={id} className="field-name">
        {say('send.parts')}
      </span>
      <Checkbox.Group
        aria-labelledby={id}
        value={[...parts]}
        onChange={(chosen) => change(chosen as GivenPart[])}
        options={GIVEN_PARTS.map((part) => ({ value: part, label: say(`part.${part}`) }))}
      />
      <section className="outside-preview" aria-label={say('send.preview')}>
        <strong>{say('send.preview')}</strong>
        {given?.length === 0 && <p>{say('send.nothing')}</p>}
        <dl>
          {given?.map(({ part, label, value }) => (
            <div key={part}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}
