import { problem } from '../../../core/errors.ts'
import type { Studio } from '../../ports/studio.ts'
import type { StudioParts } from './ground.ts'
import { mayOf, mustEdit } from './may.ts'

/** Who may do what in the studio. */
export function giveRights({
  documents,
}: StudioParts): Pick<Studio, 'may' | 'rights' | 'setRight'> {
  return {
    may: (staff) => mayOf(documents, staff),
    rights: async (staff) => {
      mustEdit(staff)
      return documents.people(staff)
    },
    setRight: async (staff, right, held) => {
      mustEdit(staff)
      // Four eyes: whoever gives it is not who answers for the words.
      if (right.staff === staff.id) throw problem('same_person')
      await documents.setRight(staff, right, held)
    },
  }
}
