import { Button } from 'antd'
import { useState } from 'react'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { say } from '../../shared/texts.ts'
import { useMe, usePhrases } from '../api/desk.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { type Phrase, PhraseForm } from './phrase-form.tsx'
import { PhraseLine } from './phrase-line.tsx'
import './phrases.css'

/** 快捷短语: one's own, and those that a street shares; who may change what stands beside each. */
export default function PhrasesPage() {
  const found = usePhrases()
  const me = useMe().data
  const [adding, add] = useState(false)
  usePageTitle(say('nav.phrases'))
  const phrases = found.data?.phrases ?? []
  const streets = [...new Set(phrases.map(({ street }) => street ?? ''))].sort()
  const nameOf = (code: string) =>
    me?.everyStreet.find((street) => street.code === code)?.name ?? code
  return (
    <section className="phrases-page" aria-labelledby="phrases-title">
      <div className="line between">
        <h1 id="phrases-title">{say('nav.phrases')}</h1>
        <Button type="primary" aria-expanded={adding} onClick={() => add(!adding)}>
          {say('phrases.add')}
        </Button>
      </div>
      <p className="soft">{say('phrases.means')}</p>
      {adding && <PhraseForm done={() => add(false)} />}
      {found.isPending && <Loading rows={6} />}
      {found.isError && <TroubleBox error={found.error} again={() => void found.refetch()} />}
      {found.data && phrases.length === 0 && (
        <p className="empty" role="status">
          {say('phrases.empty')}
        </p>
      )}
      {streets.map((street) => (
        <Group
          key={street}
          title={street === '' ? say('phrases.own') : nameOf(street)}
          phrases={phrases.filter((each) => (each.street ?? '') === street)}
        />
      ))}
    </section>
  )
}

type GroupProps = { readonly title: string; readonly phrases: readonly Phrase[] }

function Group({ title, phrases }: GroupProps) {
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {phrases.map((phrase) => (
          <PhraseLine key={phrase.id} phrase={phrase} />
        ))}
      </ul>
    </>
  )
}
