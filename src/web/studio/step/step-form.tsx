import { useMemo } from 'react'
import { fieldsOf, QUESTION_FIELDS } from '../checks/read-flow.ts'
import { ConditionField } from '../conditions/condition-field.tsx'
import { useRoom } from '../documents/room.ts'
import { kindOfStep, questionsIn, type StepKind, sectionsIn, stepValue } from '../outline/rows.ts'
import { rewriteStep, type StepPath } from '../yaml/edit-steps.ts'
import { AdaptiveFields } from './adaptive-fields.tsx'
import { AskFields } from './ask-fields.tsx'
import { DeedList } from './deed-list.tsx'
import { Choice, Field, LineField, TextField } from './fields.tsx'
import { IdField } from './id-field.tsx'
import { JumpField } from './jump-field.tsx'
import { LeaveField } from './leave-field.tsx'
import { OtherSettings } from './other-settings.tsx'
import { RunFields } from './run-fields.tsx'
import { say } from './texts.ts'
import { StepContext, type StepDesk, textIn } from './write.ts'

/** Everything about one step. */
export function StepForm() {
  const room = useRoom()
  const { parts, place, text, change, mayEdit, findings } = room
  const desk = useMemo((): StepDesk | null => {
    if (!parts || !place) return null
    const whole = stepValue(parts, place.step)
    const { question } = place
    const value = question === undefined ? whole : questionsIn(whole)[question]
    if (!value) return null
    const path: StepPath =
      question === undefined ? [place.step] : [place.step, 'questions', question]
    return {
      ...{ value, path, mayEdit },
      findings: findings.filter(({ step }) => step !== undefined && step === value.id),
      write: (field, next) =>
        change(rewriteStep(text, [...path, field], next), `${path.join('.')}.${field}`),
    }
  }, [parts, place, text, change, mayEdit, findings])
  if (!desk || !parts) return null
  const { value } = desk
  const kind = kindOfStep(value)
  const inBlock = place?.question !== undefined
  return (
    <StepContext value={desk}>
      <form className="step-form" onSubmit={(event) => event.preventDefault()}>
        <h2>
          {say(`kind.${inBlock ? 'question' : kind}`)} <code>{textIn(value, 'id')}</code>
        </h2>
        {kind === 'say' && <TextField field="say" limit={120} hint={say('inserts')} />}
        {kind === 'ask' && <AskFields key={desk.path.join('.')} />}
        {kind === 'adaptive' && <AdaptiveFields />}
        {kind === 'do' && <DeedList />}
        {kind === 'run' && <RunFields key={`run ${desk.path.join('.')}`} />}
        {kind === 'end' && <LineField field="end" hint={say('end_hint')} />}
        {kind === 'say' && <JumpField />}
        {kind === 'say' && <LeaveField key={`leave ${desk.path.join('.')}`} />}
        <IdField key={`id ${desk.path.join('.')}`} />
        {!inBlock && <SectionField sections={sectionsIn(parts)} />}
        <Field field="when" label={say('field.when')}>
          <ConditionField
            value={textIn(value, 'when')}
            write={(next) => desk.write('when', next)}
            mayEdit={mayEdit}
          />
        </Field>
        <OtherSettings known={knownFields(kind, inBlock)} />
      </form>
    </StepContext>
  )
}

function SectionField({ sections }: { readonly sections: Readonly<Record<string, string>> }) {
  const room = useRoom()
  const { place, parts, text, change, mayEdit } = room
  if (!place || !parts) return null
  return (
    <Field field="section">
      <Choice
        id="field-section"
        value={textIn(stepValue(parts, place.step), 'section')}
        of={Object.entries(sections)}
        none={say('none')}
        isOff={!mayEdit}
        choose={(id) => change(rewriteStep(text, [place.step, 'section'], id || undefined))}
      />
    </Field>
  )
}

function knownFields(kind: StepKind, inBlock: boolean): readonly string[] {
  if (inBlock) return QUESTION_FIELDS
  return kind === 'unknown' ? ['id', 'section', 'when'] : fieldsOf(kind)
}
