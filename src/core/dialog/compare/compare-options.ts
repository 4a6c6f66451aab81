import type { FlowChange } from './compare-flows.ts'
import { pairItems } from './keyed-items.ts'
import { type Plain, plainOf, same, shown } from './plain.ts'

type Option = { readonly key: string; readonly def: Plain }

/** What changed in the options of a question, in the order of their numbers, then those that are gone. */
export function compareOptions(
  before: Plain,
  after: Plain,
  here: Pick<FlowChange, 'step' | 'at'>,
): readonly FlowChange[] {
  const { added, removed, kept } = pairItems(optionsOf(before), optionsOf(after), ({ key }) => key)
  const came = added.map(({ key: about, item, at }) => {
    const to = shown(item.def.label)
    return { at, of: [{ code: 'option_added', ...here, about, option: at + 1, to } as const] }
  })
  const stayed = kept.map(({ key: about, before: was, after: is, from, to, moved }) => {
    const place = { ...here, about, option: to + 1 }
    const move = { code: 'option_moved', ...place, from: `${from + 1}`, to: `${to + 1}` } as const
    return { at: to, of: [...(moved ? [move] : []), ...fieldChanges(was.def, is.def, place)] }
  })
  const gone = removed.map(({ key: about, item, at }): FlowChange => {
    return { code: 'option_removed', ...here, about, option: at + 1, from: shown(item.def.label) }
  })
  const inOrder = [...came, ...stayed].toSorted((a, b) => a.at - b.at)
  return [...inOrder.flatMap(({ of }): readonly FlowChange[] => of), ...gone]
}

const optionsOf = (options: Plain): readonly Option[] =>
  Object.entries(options).map(([key, def]) => ({ key, def: plainOf(def) }))

function fieldChanges(
  before: Plain,
  after: Plain,
  place: Pick<FlowChange, 'step' | 'at' | 'about' | 'option'>,
): readonly FlowChange[] {
  const fields = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return fields
    .filter((field) => !same(before[field], after[field]))
    .map((field): FlowChange => {
      const values = { from: shown(before[field]), to: shown(after[field]) }
      if (field === 'label') return { code: 'option_renamed', ...place, ...values }
      return { code: 'option_changed', ...place, field, ...values }
    })
}
