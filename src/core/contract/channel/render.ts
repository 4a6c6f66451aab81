import type { Outgoing, OutgoingOption } from '../../events/outgoing.ts'
import type { Capabilities, Rendered } from './capabilities.ts'
import { measure, type Unit } from './measure.ts'
import { split } from './split.ts'

/**
 * A message as a platform takes it: every piece within its limits, options as it can show them and,
 * where they do not stay or are shortened, as numbers in the text too. Chips vanish with the next
 * message and many people type: numbers and words are understood everywhere. Pure; nothing is lost.
 */
export function render(message: Outgoing, capabilities: Capabilities): readonly Rendered[] {
  const { text, options } = laidOut(message, capabilities)
  const pieces = piecesOf(text, options.length > 0, capabilities)
  const last = pieces.length - 1
  return pieces.map((piece, at) => ({
    text: piece,
    options: at === last ? options : [],
    files: at === last ? (message.media?.files ?? []) : [],
  }))
}

type LaidOut = { readonly text: string; readonly options: Rendered['options'] }

function laidOut(message: Outgoing, { options: can, text: { unit } }: Capabilities): LaidOut {
  const options = message.options ?? []
  const numbered = numberedOf(options)
  if (options.length === 0) return { text: message.text, options: [] }
  switch (can.style) {
    case 'none':
      return { text: listed(message.text, numbered, true), options: [] }
    case 'menu': {
      // Its lines stand in the message itself: they are the list.
      const lines = numbered.map(({ id, line }) => ({ id, label: line }))
      const fits =
        lines.length <= can.most && lines.every(({ label }) => isWithin(label, can.label, unit))
      return fits
        ? { text: message.text, options: lines }
        : { text: listed(message.text, numbered, true), options: [] }
    }
    case 'chips':
    case 'buttons': {
      const shown = numbered.slice(0, can.most)
      const cut = shown.length < numbered.length
      return {
        text: listed(message.text, numbered, cut),
        options: shown.map((each) => ({ id: each.id, label: labelOf(each, can.label, unit) })),
      }
    }
    default:
      return can.style satisfies never
  }
}

type Numbered = {
  readonly id: string
  readonly label: string
  readonly line: string
  readonly bare: boolean
}

/** `line`: as it reads in the text. An option that is chosen by its words has no number. */
function numberedOf(options: readonly OutgoingOption[]): readonly Numbered[] {
  let number = 0
  return options.map(({ id, label, unnumbered = false }) => {
    if (unnumbered) return { id, label, line: label, bare: true }
    number++
    return { id, label, line: `${number} ${label}`, bare: false }
  })
}

/** Options without a number are named in the text only where nothing else shows them. */
function listed(text: string, options: readonly Numbered[], all: boolean): string {
  const lines = options.flatMap(({ line, bare }) => (bare ? (all ? [`· ${line}`] : []) : [line]))
  return [text, ...lines].join('\n')
}

/** Too long for a chip: its number, and as much of it as there is room; the whole stands in the text. */
function labelOf({ label, line }: Numbered, most: number, unit: Unit): string {
  if (isWithin(label, most, unit)) return label
  const room = most - measure('…', unit)
  return room > 0 ? `${split(line, { most: room, unit })[0] ?? ''}…` : '…'
}

const isWithin = (text: string, most: number, unit: Unit) => measure(text, unit) <= most

/** The piece that carries options may have a limit of its own. */
function piecesOf(
  text: string,
  carries: boolean,
  { text: limit, options }: Capabilities,
): readonly string[] {
  const pieces = split(text, limit)
  const { head } = options
  if (!carries || head === undefined) return pieces
  return [...pieces.slice(0, -1), ...split(pieces.at(-1) ?? '', { ...limit, most: head })]
}
