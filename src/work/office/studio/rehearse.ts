import { kindOf } from '../../../core/contract/studio/document-kinds.ts'
import { packHouse } from '../../../core/dialog/pack-house.ts'
import type { Studio } from '../../ports/studio.ts'
import { readGround, type StudioParts } from './ground.ts'
import { mustRead } from './may.ts'

/** What a rehearsal needs, for whoever plays it elsewhere. */
export function rehearse(parts: StudioParts): Pick<Studio, 'rehearsal'> {
  const { documents, files } = parts
  return {
    rehearsal: async (staff) => {
      await mustRead(documents, staff)
      const [ground, drafts] = await Promise.all([
        readGround(parts, staff),
        documents.drafts(staff),
      ])
      const open = drafts.flatMap(({ path, text }) =>
        text === null ? [] : [[path, text] as const],
      )
      const texts = new Map([...ground.texts, ...open])
      const others = new Map(open.filter(([path]) => !isPlayed(path)))
      const [{ house, leftOut }, personas] = await Promise.all([
        files.house(ground.texts, others),
        files.personas(),
      ])
      return {
        ...{ house: packHouse(house), personas, leftOut },
        flows: ofKind(texts, 'flow'),
        talks: ofKind(texts, 'talks'),
      }
    },
  }
}

/** Flows and talks go along as texts. */
const isPlayed = (path: string) => ['flow', 'talks'].includes(kindOf(path) ?? '')

const ofKind = (texts: ReadonlyMap<string, string>, kind: string) =>
  Object.fromEntries([...texts].filter(([path]) => kindOf(path) === kind))
