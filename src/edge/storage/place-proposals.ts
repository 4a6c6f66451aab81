import type { PlaceProposal } from '../../work/ports/place-proposals.ts'
import { type Pool, rowsOf } from './pool.ts'

/** What placing by hand has taught, the most frequent first. Runs as hearth_turn. */
export function readProposals(pool: Pool): Promise<readonly PlaceProposal[]> {
  return rowsOf<PlaceProposal>(pool, READ, [])
}

const READ = {
  name: 'place_proposals',
  text: `select kind, words, number, street_id as street, committee_id as committee, seen,
      last_on::text as last
    from place_proposal order by seen desc, kind, words, number, street_id, committee_id`,
}
