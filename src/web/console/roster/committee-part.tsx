import { App, Button, Select } from 'antd'
import { useId, useState } from 'react'
import type { RosterView } from '../../../core/contract/office/roster.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { type Me, usePlaces } from '../api/desk.ts'
import { mayLead } from './may-lead.ts'
import { say } from './texts.ts'

type Props = { readonly roster: RosterView; readonly me: Me }

/** Who looks after which committee (责任顾问), and which has nobody. */
export function CommitteePart({ roster, me }: Props) {
  const streets = usePlaces().data?.streets ?? []
  return (
    <section aria-labelledby="committees">
      <h2 id="committees">{say('committees.title')}</h2>
      <p className="soft">{say('committees.means')}</p>
      {me.streets.map(({ code, name }) => {
        const all = streets.find((street) => street.code === code)?.committees ?? []
        const taken = roster.committees.filter(({ committee }) => committee.startsWith(code))
        const vacant = all.filter((each) => !taken.some(({ committee }) => committee === each.code))
        const people = roster.people.filter(
          ({ role, streets: own }) => role === 'adviser' && own.includes(code),
        )
        return (
          <fieldset key={code} className="rule">
            <legend>{name}</legend>
            <p className={vacant.length > 0 ? 'gap' : 'soft'} role="status">
              {vacant.length > 0
                ? say('committees.vacant', {
                    count: vacant.length,
                    names: vacant.map((each) => each.name).join('、'),
                  })
                : say('committees.full')}
            </p>
            {people.map((person) => {
              const own = taken.filter((each) => each.person.id === person.id)
              const codes = own.map(({ committee }) => committee)
              return (
                <OfPerson
                  key={`${person.id} ${codes.join(' ')}`}
                  {...{ street: code, person, codes, all, may: mayLead(me) }}
                />
              )
            })}
          </fieldset>
        )
      })}
      {!mayLead(me) && <p className="soft">{say('committees.only_lead')}</p>}
    </section>
  )
}

type PersonProps = {
  readonly street: string
  readonly person: { readonly id: string; readonly name: string }
  readonly codes: readonly string[]
  readonly all: readonly { readonly code: string; readonly name: string }[]
  readonly may: boolean
}

function OfPerson({ street, person, codes, all, may }: PersonProps) {
  const { message } = App.useApp()
  const [chosen, choose] = useState(codes)
  const id = useId()
  const save = useDeed(
    () =>
      post('/api/office/roster/committees', { street, staff: person.id, committees: [...chosen] }),
    ['roster'],
  )
  const same = chosen.length === codes.length && chosen.every((code) => codes.includes(code))
  return (
    <>
      <label htmlFor={id}>{person.name}</label>
      <Select
        id={id}
        mode="multiple"
        className="wide-field"
        disabled={!may}
        placeholder={say('committees.none')}
        value={[...chosen]}
        onChange={(next: string[]) => choose(next)}
        optionFilterProp="label"
        options={all.map(({ code: value, name: label }) => ({ value, label }))}
      />
      {may && !same && (
        <Button
          loading={save.isPending}
          onClick={() =>
            save.mutate(undefined, { onSuccess: () => void message.success(say('rule.saved')) })
          }
        >
          {say('committees.save', { name: person.name })}
        </Button>
      )}
    </>
  )
}
