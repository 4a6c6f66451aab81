import { problem } from '../../../core/errors.ts'
import type { Carrying } from '../../ports/carrying.ts'
import type { Studio } from '../../ports/studio.ts'
import { readGround, type StudioParts } from './ground.ts'
import { mustEdit, mustRead } from './may.ts'

/** Flows from and to other programs. What comes in is looked at first; nothing is saved here. */
export function carryFlows(
  parts: StudioParts & { readonly carrying: Carrying },
): Pick<Studio, 'carryIn' | 'carryOut'> {
  const { carrying, documents } = parts
  return {
    carryIn: async (staff, name, bytes) => {
      mustEdit(staff)
      return carrying.read(name, bytes)
    },
    carryOut: async (staff, path) => {
      await mustRead(documents, staff)
      const [{ texts }, drafts] = await Promise.all([
        readGround(parts, staff),
        documents.drafts(staff),
      ])
      const draft = drafts.find((each) => each.path === path)?.text
      const text = draft ?? texts.get(path)
      if (text === undefined) throw problem('not_found', { document: path })
      return (await carrying.write(text)).bytes
    },
  }
}
