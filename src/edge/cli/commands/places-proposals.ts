import { districtOf, type Gazetteer } from '../../../core/understanding/place/gazetteer.ts'
import { locate } from '../../../core/understanding/place/locate.ts'
import type { PlaceProposal } from '../../../work/ports/place-proposals.ts'

export type ProposalsIo = {
  readonly stdout: { write(text: string): unknown }
  readonly places: () => Promise<Gazetteer>
  readonly proposals: () => Promise<readonly PlaceProposal[]>
}

const HELP = `hearth places proposals: what cases that people placed by hand could teach the house.

Writes JSON Lines, the most frequent first; only what data/places does not know yet:
  {"kind": "road", "road", "from", "to", "parity", "street", "committee"?, "seen", "last"}
      a row for data/places/roads/<district>.csv
  {"kind": "alias", "alias", "of", "street", "committee"?, "seen", "last"}
      a name for the line "of" of data/places/aliases.yaml
Nothing of the cases is in it. How to accept one: docs/how-to/add-a-place.md.
Uses DATABASE_URL or the embedded server of HEARTH_DATA. Exit code: 0, 2 for a wrong call.
`

/** `hearth places proposals`. */
export async function run(args: readonly string[], io: ProposalsIo): Promise<number> {
  if (args.length > 0) {
    io.stdout.write(HELP)
    return args.includes('--help') ? 0 : 2
  }
  const places = await io.places()
  for (const proposal of await io.proposals()) {
    if (isKnown(proposal, places)) continue
    io.stdout.write(`${JSON.stringify(lineOf(proposal))}\n`)
  }
  return 0
}

function isKnown({ words, number, street, committee }: PlaceProposal, places: Gazetteer): boolean {
  const text = number === 0 ? words : `${words}${number}号`
  const found = locate(text, places, { district: districtOf(street) })
  if (!found?.sure || found.street !== street) return false
  return committee === '' || found.committee === committee
}

function lineOf({ kind, words, number, street, committee, seen, last }: PlaceProposal) {
  const where = { street, ...(committee === '' ? {} : { committee }), seen, last }
  if (kind === 'alias') return { kind, alias: words, of: committee || street, ...where }
  return { kind, road: words, from: number, to: number, parity: 'all', ...where }
}
