import { questionsOf } from '../flow/flow-bundle.ts'
import { behind } from '../flow/run-part.ts'
import type { Flow, Step } from '../flow/schema.ts'

/** A flow as Mermaid text: its steps from top to bottom, a road for each jump. */
export function flowChart(flow: Flow): string {
  const steps = flow.steps.flatMap((step, at) => [
    `  ${step.id}${shape(step)}`,
    ...roads(step, flow.steps[at + 1]?.id),
    ...('run' in step && step.when !== undefined ? [`  ${step.id} -.-> ${behind(flow, at)}`] : []),
  ])
  return ['flowchart TD', ...steps].join('\n')
}

function shape(step: Step): string {
  const text = quoted(titleOf(step))
  if ('ask' in step) return `[/${text}/]`
  if ('adaptive' in step) return `[[${text}]]`
  if ('do' in step) return `{{${text}}}`
  if ('run' in step) return `[[${text}]]`
  if ('end' in step && step.end) return `([${text}])`
  return `(${text})`
}

function titleOf(step: Step): string {
  if ('ask' in step) return step.ask
  if ('say' in step) return step.say.split('\n')[0] ?? step.id
  if ('do' in step) return step.do.map((deed) => Object.keys(deed)[0]).join(', ')
  return 'run' in step ? step.run : step.id
}

function roads(step: Step, next: string | undefined): readonly string[] {
  const leave = 'leave' in step ? step.leave : undefined
  const answers = questionsOf(step).flatMap(({ options, otherwise }) => [
    ...Object.values(options ?? {}).flatMap(({ label, goto }) =>
      goto ? [`  ${step.id} -->|${quoted(label)}| ${goto}`] : [],
    ),
    ...(otherwise ? [`  ${step.id} -.-> ${otherwise.goto}`] : []),
  ])
  const left = leave ? [`  ${step.id} -.->|${quoted(leave.label)}| ${leave.goto}`] : []
  const jumps = [...answers, ...left]
  if ('goto' in step && step.goto) return [...jumps, `  ${step.id} --> ${step.goto}`]
  const stops = 'end' in step && step.end !== undefined && step.when === undefined
  return stops || next === undefined ? jumps : [...jumps, `  ${step.id} --> ${next}`]
}

/** Without the signs that end a label. */
const quoted = (text: string) => `"${text.replaceAll('"', "'")}"`
