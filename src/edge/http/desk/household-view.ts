import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import type { OpenedCase } from '../../../work/ports/desk.ts'
import type { Gate } from '../parts.ts'
import { word } from './words.ts'

type View = CaseView['household']

/** Who is known to live there (一户一档): the person helped, who was spoken of, who was ticked. */
export function householdView({ file, household }: OpenedCase, gate: Gate): View {
  const label = (who: string) => word(gate.texts.desk, 'member', who)
  const ticked = file.answers.find(({ slot }) => slot === 'members')?.value
  const kinds = Array.isArray(ticked) ? ticked.map(String).filter((who) => who !== 'none') : []
  const spokenOf = file.heard
    .map(({ who }) => String(who))
    .filter((who) => !['self', 'household', 'other'].includes(who))
  const members: View['members'] = [
    { who: 'self', label: label('self'), name: file.name, basis: 'file' },
    ...[...new Set(spokenOf)].map((who) => ({
      ...{ who, label: label(who), name: null, basis: 'quote' },
    })),
    ...kinds.map((who) => ({ who, label: label(who), name: null, basis: 'answer' })),
  ]
  const size = file.answers.find(({ slot }) => slot === 'people')?.reads || null
  return { id: household, members, size }
}
