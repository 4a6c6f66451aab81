import { allowedActs } from '../../core/casework/allowed-acts.ts'
import { capturesOf, decisionsOf } from '../../core/casework/decisions.ts'
import { evidenceFor } from '../../core/casework/evidence.ts'
import { type Reassessing, reassess } from '../../core/casework/reassess.ts'
import { suspectsOf } from '../../core/casework/suspects.ts'
import { floorOf } from '../../core/casework/talk-state.ts'
import type { Staff } from '../../core/people/role.ts'
import type { FiledCase } from '../ports/cases.ts'
import type { Shown } from '../ports/chat.ts'
import type { Askable, Assessed, OpenedCase } from '../ports/desk.ts'
import { capturableOf } from './capturable.ts'
import type { DeskParts } from './parts.ts'
import { supposedOf } from './place-case.ts'

/** A case with everything that follows from its file and its history; what follows is not stored. */
export async function openCase(
  parts: DeskParts,
  staff: Staff,
  number: string,
): Promise<OpenedCase> {
  const filed = await parts.cases.readCase(staff, number)
  const { conversation, events, file, row, household, samePhone, closing } = filed
  const messages = conversation === null ? [] : await parts.turns.readMessages(conversation, 0)
  const transcript = messages.filter(({ secret }) => secret !== true)
  const known = { file, captured: capturesOf(events), decided: decisionsOf(events) }
  const assessed = assess(parts, filed, known)
  const floor = floorOf(events, conversation !== null)
  return {
    ...{ row, file, household, conversation, transcript, events, samePhone, closing, floor },
    ...{ captured: known.captured, decided: known.decided, assessed },
    evidence: groundsOf(assessed, known, transcript),
    askable: askableOf(parts, known),
    capturable: capturableOf(parts.house()),
    suspects: suspectsOf(events),
    supposed: supposedOf(parts, file),
    acts: allowedActs(staff, standingOf(filed, floor.state), parts.now()),
  }
}

/** Assessed anew only when an adviser added something: else the first pass is what there is. */
function assess(parts: DeskParts, filed: FiledCase, known: Reassessing): Assessed {
  const { file, confirmed, assessedAt } = filed
  const { model, parameters } = parts.house()
  const changed = known.captured.size + known.decided.size > 0
  const now = changed ? reassess(known, { model, parameters }, parts.now()) : file.assessment
  const firstPass = file.assessment && { result: file.assessment, at: assessedAt ?? file.openedAt }
  return { firstPass, now, confirmed, outOf: model.outOf }
}

function groundsOf(
  { now }: Assessed,
  { file, captured, decided }: Reassessing,
  transcript: readonly Shown[],
): OpenedCase['evidence'] {
  const own = file.assessment?.perIndicator ?? now?.perIndicator ?? []
  return new Map(
    own.map((result) => {
      const decision = decided.get(result.code)
      return [result.code, evidenceFor(result, { file, captured, decision, transcript })] as const
    }),
  )
}

/** What has no answer yet: what was answered is not asked again by a machine. */
function askableOf({ questions }: DeskParts, { file, captured }: Reassessing): readonly Askable[] {
  const known = new Set(file.answers.filter(({ value }) => value !== null).map(({ slot }) => slot))
  return questions
    .filter(({ slot }) => !known.has(slot) && !captured.has(slot))
    .map(({ code, question }) => ({ code, question }))
}

function standingOf({ row, conversation }: FiledCase, talk: OpenedCase['floor']['state']) {
  const { status, claimed, claimedAt, transfer, points } = row
  return {
    status,
    claimed: claimed && { id: claimed.id, at: claimedAt ?? 0 },
    talk: conversation === null ? ('none' as const) : talk,
    transfer: transfer && { toMe: transfer.direction === 'in' },
    assessed: points !== null,
    erased: false,
  }
}
