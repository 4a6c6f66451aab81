import { questionsOf } from '../flow/flow-bundle.ts'
import type { Flow } from '../flow/schema.ts'
import { type FlowProblem, warning } from './flow-problem.ts'
import { textsOf } from './texts.ts'

/** What a check needs of a channel; contract/channel/capabilities.ts holds more. */
export type ChannelLimits = Readonly<
  Record<
    string,
    {
      readonly options: { readonly style: string; readonly most: number; readonly label: number }
      readonly text: { readonly most: number; readonly unit: 'utf16' | 'bytes' }
    }
  >
>

/** Labels that a channel would cut, choices that it cannot show, texts that it would split. */
export function channelProblems(flow: Flow, channels: ChannelLimits): readonly FlowProblem[] {
  return Object.entries(channels).flatMap(([channel, { options, text }]) => [
    ...(options.style === 'none' ? [] : choiceProblems(flow, channel, options)),
    ...textsOf(flow)
      .filter((each) => lengthOf(each.text, text.unit) > text.most)
      .map(({ step, field }) => ({
        ...warning('too_long_for_channel', flow.id, step),
        field,
        about: `${channel} ${text.most}`,
      })),
  ])
}

function choiceProblems(
  flow: Flow,
  channel: string,
  { most, label }: { readonly most: number; readonly label: number },
): readonly FlowProblem[] {
  const questions = flow.steps.flatMap(questionsOf)
  return questions.flatMap(({ id, options }) => {
    const labels = Object.values(options ?? {}).map((each) => each.label)
    const long = labels.filter((each) => each.length > label)
    return [
      ...long.map((each) => ({
        ...warning('label_cut', flow.id, id),
        field: 'options',
        about: `${channel} ${label} ${each}`,
      })),
      ...(labels.length > most
        ? [{ ...warning('too_many_for_channel', flow.id, id), about: `${channel} ${most}` }]
        : []),
    ]
  })
}

/** A character of Chinese takes three bytes, an ASCII sign one. */
function lengthOf(text: string, unit: 'utf16' | 'bytes'): number {
  if (unit === 'utf16') return text.length
  return [...text].reduce((sum, sign) => sum + bytesOf(sign.codePointAt(0) ?? 0), 0)
}

function bytesOf(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
