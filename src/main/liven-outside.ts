import type { Staff } from '../core/people/role.ts'
import {
  type DemonstrationOutside,
  loadDemonstrationOutside,
} from '../edge/sources/demonstration-outside.ts'
import { FOLDERS } from '../edge/sources/house.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import type { AidLine } from '../work/ports/aid.ts'
import type { Desk } from '../work/ports/desk.ts'
import type { Office } from '../work/ports/office.ts'
import type { Engine } from './open-engine.ts'
import { openOffice } from './open-office.ts'

/** Urgent aid that waits for its papers, a referral and a task, so that their screens are not empty. */
export async function livenOutside(
  storage: Storage,
  opened: Engine,
  desk: Desk,
  staff: readonly Staff[],
) {
  const sample = await loadDemonstrationOutside(FOLDERS.data)
  const who = (login: string) => staff.find((each) => each.login === login)
  const [person, second, lead] = [who(sample.of), who(sample.second), who(sample.lead)]
  if (!person || !second || !lead) return
  const { rows } = await desk.listCases(person, { list: 'mine' })
  const number = rows[sample.aid.case]?.number
  if (number === undefined) return
  const office = await openOffice(storage, opened, desk)
  const head = await office.households.openHousehold(person, number)
  const known = await office.households.listRecords(person, head.id, ['aid', 'referral', 'subtask'])
  if (known.length > 0) return
  const { partner, ask, consent, id } = sample.referral
  await office.referrals.send(person, head.id, {
    ...{ id, partner, ask, parts: ['name', 'committee'] },
    consent: { way: 'phone', words: consent },
  })
  await office.subtasks.send(person, head.id, {
    ...{ id: sample.subtask.id, case: number, department: sample.subtask.department },
    ...{ ask: sample.subtask.ask, parts: ['name'], dueOn: null },
  })
  const { committee, street } = head
  if (committee === null || street === null) return
  await office.cash.setLimit(lead, { committee, street }, sample.cash.limit * FEN)
  const put = { id: sample.cash.id, amount: sample.cash.put * FEN }
  await office.cash.topUp(lead, committee, put)
  await payOne(office, sample.aid, { household: head.id, person, second })
}

const FEN = 100

async function payOne(
  { aid }: Office,
  { id, cause, words, amount }: DemonstrationOutside['aid'],
  at: { readonly household: string; readonly person: Staff; readonly second: Staff },
): Promise<void> {
  const { household, person, second } = at
  const now = ({ record: { version } }: AidLine) => ({ household, id, version })
  const begun = await aid.begin(person, household, { id, cause, words })
  const seen = await aid.verify(person, now(begun), { seen: 'card', lives: 'visit' })
  const filled = await aid.fill(person, now(seen), seen.form)
  await aid.pay(second, now(await aid.ask(person, now(filled), amount * FEN)))
}
