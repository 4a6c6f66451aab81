import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import {
  compareHearing,
  HEARING_CHANGES,
  type Heard,
  type HeardLine,
  type HeardOtherwise,
  hearLine,
} from '../../core/dialog/replay/compare-hearing.ts'
import type { Knowledge } from '../../core/understanding/knowledge.ts'
import { isDanger } from '../../core/understanding/model/example.ts'
import type { Hearing } from '../../work/ports/documents.ts'
import { loadExamples } from './examples.ts'
import { FOLDERS } from './house.ts'

/** Lines heard before others are served: some ms. */
const AT_ONCE = 8

/** All lines of danger, and of the calm ones each fourth: 7,000 lines, some three seconds of one core. */
const CALM_SHARE = 4

/** Changes that are shown; all are counted. */
const SHOWN = 200

/** The example lines of the house with the words in force and with new ones, danger first; all of them, or each nth. */
export async function checkHearing(
  before: Knowledge,
  after: Knowledge,
  each = 1,
): Promise<Hearing> {
  const lines = (await exampleLines()).filter((_, at) => at % each === 0)
  const [was, is] = [await hearAll(before, lines), await hearAll(after, lines)]
  const changes = lines.flatMap((line, at): readonly HeardOtherwise[] => {
    const [old, now] = [was[at], is[at]]
    const change = old && now ? compareHearing(line, old, now) : null
    return change ? [change] : []
  })
  const sorted = changes.toSorted((a, b) => rankOf(a) - rankOf(b))
  const counts = HEARING_CHANGES.map((kind) => ({
    kind,
    lines: changes.filter((each) => each.kind === kind).length,
  }))
  return {
    lines: lines.length,
    danger: lines.filter((line) => line.isDanger).length,
    counts,
    changes: sorted.slice(0, SHOWN),
  }
}

const rankOf = ({ kind }: HeardOtherwise): number => HEARING_CHANGES.indexOf(kind)

/** Written lines; what a template makes says hardly more than its first sentence. */
async function exampleLines(): Promise<readonly HeardLine[]> {
  const { examples } = await loadExamples(join(FOLDERS.locales, 'zh-CN/examples'))
  const written = examples.filter(({ from }) => from === undefined)
  return written
    .filter((each, at) => isDanger(each) || at % CALM_SHARE === 0)
    .map((each) => ({ text: each.text, isDanger: isDanger(each) }))
}

/** What the words in force hear is asked again with every draft: kept as long as they are. */
const KEPT = new WeakMap<object, readonly Heard[]>()

async function hearAll(
  knowledge: Knowledge,
  lines: readonly HeardLine[],
): Promise<readonly Heard[]> {
  const kept = KEPT.get(knowledge.lexicons)
  if (kept?.length === lines.length) return kept
  const heard: Heard[] = []
  for (const [at, line] of lines.entries()) {
    if (at % AT_ONCE === 0) await breathe()
    heard.push(hearLine(line, knowledge))
  }
  KEPT.set(knowledge.lexicons, heard)
  return heard
}
