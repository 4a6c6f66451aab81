import { z } from 'zod'
import {
  CashAccounts,
  CashAccountView,
  CashBookView,
  CommitteeCode,
  SetCashLimit,
  TopUpCash,
} from '../../../core/contract/office/aid.ts'
import type { CashAccount } from '../../../work/ports/petty-cash.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives, iso, mustAct } from './frame.ts'

const OfCommittee = z.strictObject({ committee: CommitteeCode })

/** The petty cash of communities (社区备用金): accounts, what they allow, what is in them. */
export function aidCashRoutes(app: App, gate: Gate): void {
  const { cash } = gate.office
  const view = (account: CashAccount) => accountView(account, gate)

  const all = { ...frame, response: gives(CashAccounts) }
  app.get('/api/office/petty-cash', { schema: all }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const accounts = await cash.accounts(staff)
    const known = new Set(accounts.map(({ committee }) => committee))
    const streets = gate.streetsOf(staff.district)
    const own = streets.filter(({ code }) => staff.streets.includes(code))
    const without = own.flatMap(({ committees = [] }) =>
      committees.flatMap(({ code, name }) => (known.has(code) ? [] : [{ committee: code, name }])),
    )
    const mayRun = ['supervisor', 'district', 'admin'].includes(staff.role)
    return { accounts: accounts.map(view), without, mayRun }
  })

  const book = { ...frame, params: OfCommittee, response: gives(CashBookView) }
  app.get('/api/office/petty-cash/:committee', { schema: book }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const { account, lines, sum } = await cash.book(staff, request.params.committee)
    return {
      ...{ account: view(account), sum },
      lines: lines.map(({ record: _record, at, ...line }) => ({ ...line, at: iso(at) })),
    }
  })

  const limit = {
    ...{ ...frame, params: OfCommittee, body: SetCashLimit },
    response: gives(CashAccountView),
  }
  app.post('/api/office/petty-cash/:committee', { schema: limit }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { committee } = request.params
    const at = { committee, street: committee.slice(0, 9) }
    return view(await cash.setLimit(staff, at, request.body.limit))
  })

  const topUp = {
    ...{ ...frame, params: OfCommittee, body: TopUpCash },
    response: gives(CashAccountView),
  }
  app.post('/api/office/petty-cash/:committee/top-up', { schema: topUp }, async (request) => {
    const { staff } = await mustAct(request, gate)
    return view(await cash.topUp(staff, request.params.committee, request.body))
  })
}

function accountView({ committee, street, limit, balance }: CashAccount, gate: Gate) {
  return { committee, street, limit, balance, name: gate.placeName(committee) ?? committee }
}
