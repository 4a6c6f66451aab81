import type { IndicatorResult } from '../assessment/assess.ts'
import type { Because } from '../conditions/judge.ts'
import type { Instant } from '../time.ts'
import type { CaseFile, FiledAnswer, HeardNeed } from './case-file.ts'
import type { Captured, Decision } from './decisions.ts'

/** What an indicator rests on (依据), with the place in the conversation to be marked. */
export type Ground = {
  readonly basis: 'quote' | 'answer' | 'inferred' | 'adviser'
  readonly text: string
  readonly question: string | null
  readonly slot: string | null
  readonly seq: number | null
  readonly span: readonly [start: number, end: number] | null
  readonly by: string | null
  readonly at: Instant | null
}

/** A message as evidence looks for it. */
export type Heard = {
  readonly seq: number
  readonly from: string
  readonly text: string
  readonly at: Instant
}

export type Grounds = {
  readonly file: CaseFile
  readonly captured: ReadonlyMap<string, Captured>
  readonly decision: Decision | undefined
  readonly transcript: readonly Heard[]
}

/** All that speaks for a verdict: what advisers decided and noted, then answers, then own words. */
export function evidenceFor(result: IndicatorResult, at: Grounds): readonly Ground[] {
  const { file, captured, decision, transcript } = at
  const used = factsUsed(result)
  const noted = [...captured.values()].filter(({ slot }) => used.has(slot))
  const answers = file.answers.filter(({ slot }) => used.has(slot) && !captured.has(slot))
  const quotes = file.heard.filter(
    ({ code, confirmed }) => code === result.code && confirmed !== false,
  )
  return [
    ...(decision ? [decided(decision)] : []),
    ...noted.map((each) => fromCapture(each, transcript)),
    ...answers.map((answer) => fromAnswer(answer, transcript)),
    ...quotes.map((need) => fromQuote(need, transcript)),
  ]
}

/** Where words stand in what the resident wrote: the newest message that has them. */
export function placeOfWords(
  words: string,
  transcript: readonly Heard[],
): { readonly seq: number; readonly span: readonly [number, number] } | null {
  if (words === '') return null
  for (const { seq, from, text } of transcript.toReversed()) {
    const start = from === 'resident' ? text.indexOf(words) : -1
    if (start >= 0) return { seq, span: [start, start + words.length] }
  }
  return null
}

/** The message that gave an answer: what the resident wrote in the turn in which it was filed. */
export function messageOfAnswer(answer: FiledAnswer, transcript: readonly Heard[]): Heard | null {
  return transcript.find(({ from, at }) => from === 'resident' && at === answer.at) ?? null
}

function decided({ reason, by, at }: Decision): Ground {
  return { ...NOWHERE, basis: 'adviser', text: reason, by, at }
}

function fromCapture(captured: Captured, transcript: readonly Heard[]): Ground {
  const { slot, quote, value, message, by, at } = captured
  const text = quote === '' ? String(value) : quote
  const seq = message === 0 ? null : message
  const start = quote === '' ? -1 : (textOf(seq, transcript)?.indexOf(quote) ?? -1)
  const span = start < 0 ? null : ([start, start + quote.length] as const)
  return { ...NOWHERE, basis: quote === '' ? 'adviser' : 'quote', text, slot, seq, span, by, at }
}

const textOf = (seq: number | null, transcript: readonly Heard[]) =>
  transcript.find((message) => message.seq === seq)?.text

function fromAnswer(answer: FiledAnswer, transcript: readonly Heard[]): Ground {
  const { slot, question, reads, at } = answer
  const message = messageOfAnswer(answer, transcript)
  return {
    ...NOWHERE,
    // What was heard in a story reads in the bot's words here: no quotation.
    basis: answer.basis === 'answer' ? 'answer' : 'inferred',
    ...{ text: reads, question, slot, at },
    seq: message?.seq ?? null,
    span: message ? [0, message.text.length] : null,
  }
}

function fromQuote({ quote }: HeardNeed, transcript: readonly Heard[]): Ground {
  const place = placeOfWords(quote, transcript)
  return {
    ...NOWHERE,
    ...{ basis: 'quote', text: quote },
    seq: place?.seq ?? null,
    span: place?.span ?? null,
  }
}

const NOWHERE = { question: null, slot: null, seq: null, span: null, by: null, at: null }

/** Names of the facts that the verdict looked at, and of those it still needs. */
function factsUsed({ because, evidence = {}, needs }: IndicatorResult): ReadonlySet<string> {
  const behind = because ? factsBehind(because) : []
  return new Set([...Object.keys(evidence), ...behind, ...needs])
}

function factsBehind({ facts = {}, of = [] }: Because): readonly string[] {
  return [...Object.keys(facts), ...of.flatMap(factsBehind)]
}
