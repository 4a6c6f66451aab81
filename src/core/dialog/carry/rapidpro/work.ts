import type { SlotDef } from '../../flow/schema.ts'
import { freshId, idOf } from '../flow-draft.ts'
import type { NotCarried } from '../sheets.ts'
import type { Category, Node } from './rapidpro-file.ts'

/** What grows while the nodes of a flow are walked. */
export type Work = {
  readonly nodes: ReadonlyMap<string, Node>
  readonly names: ReadonlyMap<string, string>
  readonly placed: Set<string>
  /** Nodes that an option, a split or a wait leads to: placed when this road is at its end. */
  readonly waiting: (string | null | undefined)[]
  readonly steps: Writable[]
  readonly stepIds: Set<string>
  readonly slots: Record<string, SlotDef>
  readonly left: NotCarried[]
  /** Step with which a node begins. */
  readonly entries: Map<string, string>
  /** Where a node that became no step leads. */
  readonly onward: Map<string, string | null | undefined>
  /** Node whose last words were the question of another one. */
  readonly askedBy: Map<string, string>
}

export type Writable = Record<string, unknown>

const END = 'carried_end'

export function workOn(nodes: readonly Node[]): Work {
  return {
    nodes: new Map(nodes.map((node) => [node.uuid, node])),
    names: namesOf(nodes),
    ...{ placed: new Set(), waiting: [nodes[0]?.uuid], steps: [], stepIds: new Set([END]) },
    ...{ slots: {}, left: [], entries: new Map(), onward: new Map(), askedBy: new Map() },
  }
}

/** The step gets an id of its own; the first one of a node is where roads to the node lead. */
export function addStep(work: Work, node: string | null, wanted: string, step: Writable): void {
  const id = freshId(wanted, work.stepIds)
  work.stepIds.add(id)
  work.steps.push({ id, ...step })
  if (node !== null && !work.entries.has(node)) work.entries.set(node, id)
}

export const nameOf = (work: Work, node: string): string => work.names.get(node) ?? 'carried'

/** Roads are named by their node until all nodes have their steps. */
export const roadTo = (node: string | null | undefined): string => (node ? `@${node}` : END)

export const exitOf = (node: Node, { exit_uuid: exit }: Category): string | null | undefined =>
  node.exits.find(({ uuid }) => uuid === exit)?.destination_uuid

/** The step with which a node begins; one that became none passes on to where it leads. */
export function entryOf(work: Work, from: string): string {
  let at: string | null | undefined = from
  for (const passed = new Set<string>(); at && !passed.has(at); ) {
    const entry = work.entries.get(at)
    if (entry !== undefined) return entry
    passed.add(at)
    at = work.onward.get(at)
  }
  return END
}

/** A name for each node: of its result, or by its place. */
function namesOf(nodes: readonly Node[]): ReadonlyMap<string, string> {
  return new Map(
    nodes.map(({ uuid, router }, at) => {
      const result = router?.result_name
      return [uuid, result ? `ask_${idOf(result)}`.slice(0, 40) : `part_${at + 1}`]
    }),
  )
}
