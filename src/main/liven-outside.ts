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
  const records = await office.households.listRecords(person, head.id)
  const isNew = ({ id }: { readonly id: string }) => records.every((each) => each.id !== id)
  if (isNew(sample.referral)) await referOne(office, sample, person, head.id)
  if (isNew(sample.subtask)) await askOne(office, sample, person, { household: head.id, number })
  const { committee, street } = head
  if (committee === null || street === null || !isNew(sample.aid)) return
  await office.cash.setLimit(lead, { committee, street }, sample.cash.limit * FEN)
  const put = { id: sample.cash.id, amount: sample.cash.put * FEN }
  await office.cash.topUp(lead, committee, put)
  await payOne(office, sample.aid, { household: head.id, person, second })
}

const FEN = 100

async function referOne(
  { referrals }: Office,
  { referral: { id, partner, ask, consent } }: DemonstrationOutside,
  person: Staff,
  household: string,
): Promise<void> {
  await referrals.send(person, household, {
    ...{ id, partner, ask, parts: ['name', 'committee'] },
    consent: { way: 'phone', words: consent },
  })
}

async function askOne(
  { subtasks }: Office,
  { subtask: { id, department, ask } }: DemonstrationOutside,
  person: Staff,
  at: { readonly household: string; readonly number: string },
): Promise<void> {
  await subtasks.send(person, at.household, {
    ...{ id, case: at.number, department, ask, parts: ['name'], dueOn: null },
  })
}

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
