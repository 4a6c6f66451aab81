import { Tabs } from 'antd'
import { lazy, useState } from 'react'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { say } from '../../shared/texts.ts'
import { LazyBox } from '../shell/lazy-box.tsx'
import { useWide } from '../shell/use-wide.ts'
import { CaseBoxes } from './case-boxes.tsx'
import { CaseHead } from './case-head.tsx'
import { FilePanel } from './file-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { type Mark, MarkContext } from './mark.ts'
import { type Taken, TakingContext } from './taking.ts'
import { TalkPanel } from './talk-panel.tsx'
import { useBox } from './use-box.ts'
import { useCaseKeys } from './use-case-keys.ts'
import { usePresence } from './use-presence.ts'
import { WhyPanel } from './why-panel.tsx'

const CaptureBox = lazy(() => import('./capture-box.tsx'))

/** Width from which the three columns stand side by side; below they are tabs. */
const COLUMNS = 1024

const PANELS = ['talk', 'why', 'file'] as const

export type PanelName = (typeof PANELS)[number]

/** The workspace of a case: talk, assessment and household side by side. */
export function Workspace({ found }: { readonly found: CaseView }) {
  const wide = useWide(COLUMNS)
  const [panel, show] = useState<PanelName>('talk')
  const [mark, setMark] = useState<Mark | null>(null)
  const [taken, setTaken] = useState<Taken | null>(null)
  const [box, open] = useBox()
  usePresence(found.case.number)
  useCaseKeys({ found, open, show })
  const marks = {
    mark,
    show: (next: Mark) => {
      show('talk')
      setMark(next)
    },
  }
  const panels = {
    talk: <TalkPanel found={found} open={open} />,
    why: <WhyPanel found={found} />,
    file: (
      <>
        <FilePanel found={found} open={open} />
        <HistoryPanel found={found} />
      </>
    ),
  }
  return (
    <MarkContext value={marks}>
      <TakingContext value={found.acts.includes('capture') ? setTaken : null}>
        <CaseHead found={found} open={open} />
        {wide ? (
          <div className="workspace">
            {PANELS.map((name) => (
              <div key={name} className={`panel ${name}`}>
                {panels[name]}
              </div>
            ))}
          </div>
        ) : (
          <Tabs
            activeKey={panel}
            onChange={(key) => show(key as PanelName)}
            items={PANELS.map((name) => ({
              key: name,
              label: say(`case.panel.${name}`),
              children: panels[name],
            }))}
          />
        )}
        <CaseBoxes found={found} box={box} close={() => open(null)} />
        {taken && (
          <LazyBox open>
            <CaptureBox found={found} taken={taken} close={() => setTaken(null)} />
          </LazyBox>
        )}
      </TakingContext>
    </MarkContext>
  )
}
