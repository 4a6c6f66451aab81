import { Button } from 'antd'
import { useState } from 'react'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { useBookOf, useOutsideOf } from '../api/outside.ts'
import { FormalSection } from './formal-section.tsx'
import { LinkBox } from './link-box.tsx'
import './outside.css'
import { OutsideLine } from './outside-line.tsx'
import { ReferralBox } from './referral-box.tsx'
import { type Draft, SubtaskBox } from './subtask-box.tsx'
import { say } from './texts.ts'

/** 转介与协办: who outside the house was asked, and where needs are applied for. */
export default function OutsideTab({ head }: { readonly head: HouseholdView }) {
  const found = useOutsideOf(head.id)
  const book = useBookOf(head.id).data
  const [draft, begin] = useState<Draft | 'referral' | null>(null)
  const [link, show] = useState<string | null>(null)
  const close = () => begin(null)
  const sent = (path: string) => {
    close()
    show(path)
  }
  if (found.isError) return <TroubleBox error={found.error} again={() => void found.refetch()} />
  if (!found.data || !book) return <Loading />
  const first = book.departments[0]?.id ?? ''
  return (
    <>
      <section aria-labelledby="file-outside">
        <h2 id="file-outside">{say('title')}</h2>
        <p className="line">
          <Button type="primary" onClick={() => begin('referral')}>
            {say('send.referral')}
          </Button>
          <Button onClick={() => begin({ department: first, ask: '' })}>
            {say('send.subtask')}
          </Button>
        </p>
        {found.data.lines.length === 0 && <p>{say('list.own_none')}</p>}
        <ul className="file-list">
          {found.data.lines.map((line) => (
            <OutsideLine key={line.id} line={line} sent={sent} />
          ))}
        </ul>
      </section>
      <FormalSection head={head} hand={(ask) => begin({ department: 'hukou_street', ask })} />
      {draft === 'referral' && <ReferralBox head={head} book={book} close={close} sent={sent} />}
      {draft !== null && draft !== 'referral' && (
        <SubtaskBox head={head} book={book} draft={draft} close={close} sent={sent} />
      )}
      {link && <LinkBox link={link} close={() => show(null)} />}
    </>
  )
}
