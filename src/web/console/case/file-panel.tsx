import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { say } from '../../shared/texts.ts'
import { moment } from '../parts/moment.ts'
import { AnswerList } from './answer-list.tsx'
import { PhoneNumber } from './phone-number.tsx'
import type { OpenBox } from './use-box.ts'

type Props = { readonly found: CaseView; readonly open: OpenBox }

/** 一户一档: who it is, who lives there, and whether they were here before. */
export function FilePanel({ found, open }: Props) {
  const { subject, household, samePhone, case: row, needs } = found
  return (
    <section aria-labelledby="file" className="file">
      <h2 id="file" data-field="file" tabIndex={-1}>
        {say('case.panel.file')}
      </h2>
      <p className="line tight">
        <Link to={`/households/${household.id}`}>{say('case.open_file')}</Link>
        <Link to={`/households/${household.id}/assess`}>{say('case.assess')}</Link>
        <Link to={`/households/${household.id}/plan`}>{say('case.plan')}</Link>
        <Link to={`/households/${household.id}/visits`}>{say('case.visits')}</Link>
        <Link to={`/visit/${row.number}`}>{say('case.visit')}</Link>
        <Link to={`/visit/aid/${row.number}`}>{say('case.aid')}</Link>
        <Link to={`/consultations/call/${household.id}`}>{say('case.consult')}</Link>
      </p>
      <dl className="facts-list">
        <Fact name="subject">
          {subject.name ?? say('case.unknown')}
          {row.forWhomLabel && <span className="soft"> {row.forWhomLabel}</span>}
          {subject.agrees && <span className="tag">{say(`case.agrees.${subject.agrees}`)}</span>}
        </Fact>
        <Fact name="phone">
          <PhoneNumber found={found} open={open} />
        </Fact>
        <Fact name="address">
          {subject.address ?? say('case.unknown')}{' '}
          {found.acts.includes('place') && (
            <Button size="small" onClick={() => open('place')}>
              {say('place.title')} <kbd>a</kbd>
            </Button>
          )}
        </Fact>
        <Fact name="members">
          {household.members.length === 0 && say('case.unknown')}
          <ul className="members">
            {household.members.map(({ who, label, name }) => (
              <li key={`${who}${label}`}>{name ? `${label} ${name}` : label}</li>
            ))}
          </ul>
          {household.size && <span className="soft">{household.size}</span>}
        </Fact>
        <Fact name="story">{subject.story ? <q>{subject.story}</q> : say('queue.no_story')}</Fact>
        <Fact name="route">{row.route.sentence}</Fact>
        {samePhone.length > 0 && (
          <Fact name="same_phone">
            <ul className="members">
              {samePhone.map(({ number, statusLabel, opened }) => (
                <li key={number}>
                  <Link to={`/cases/${number}`}>{number}</Link> {statusLabel}{' '}
                  <span className="soft">{moment(opened)}</span>
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
      {needs.length > 0 && (
        <p className="line tight">
          {needs.map(({ code, label, quote, polarity }) => (
            <span key={`${code}${quote}`} className={`tag ${polarity}`} title={quote}>
              {label}
            </span>
          ))}
        </p>
      )}
      <AnswerList answers={found.answers} />
      {found.acts.includes('contact_try') && (
        <Button onClick={() => open('contact')}>
          {say('case.deed.contact')} <kbd>f</kbd>
        </Button>
      )}
    </section>
  )
}

type FactProps = { readonly name: string; readonly children: ReactNode }

function Fact({ name, children }: FactProps) {
  return (
    <div>
      <dt>{say(`case.${name}`)}</dt>
      <dd>{children}</dd>
    </div>
  )
}
