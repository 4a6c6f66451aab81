import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { say } from '../../shared/texts.ts'
import { Composer } from './composer.tsx'
import { FloorLine } from './floor-line.tsx'
import { PresentLine } from './present-line.tsx'
import { Transcript } from './transcript.tsx'
import type { OpenBox } from './use-box.ts'

type Props = { readonly found: CaseView; readonly open: OpenBox }

/** The talk: who has the floor, what was said, and where one writes. */
export function TalkPanel({ found, open }: Props) {
  return (
    <section aria-labelledby="talk" className="talk">
      <h2 id="talk" className="hidden-words">
        {say('case.panel.talk')}
      </h2>
      <FloorLine found={found} open={open} />
      <Transcript found={found} />
      <PresentLine />
      <Composer found={found} />
    </section>
  )
}
