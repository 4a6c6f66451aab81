import {
  benefitLedger,
  HELP_AIMS,
  HELP_KINDS,
  type Month,
} from '../../../core/casework/benefit-ledger.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { BenefitLine, ReadLedger } from '../../ports/file-readings.ts'
import type { FileRecord, HouseholdFiles } from '../../ports/household-files.ts'
import { readNeeds } from './read-needs.ts'

/** Help of all departments added up, with what is given twice and which open needs nobody helps with. */
export async function readLedger(
  files: HouseholdFiles,
  staff: Staff,
  household: string,
  month: Month,
): Promise<ReadLedger> {
  const records = await files.listRecords(staff, household, ['benefit', 'service'])
  const benefits = records.filter(({ kind }) => kind === 'benefit')
  const lines = benefits.filter(({ state }) => state === 'given').map(benefitOf)
  const needs = await readNeeds(files, staff, household)
  const open = needs.filter(({ state }) => state === 'unmet' || state === 'under_way')
  const codes = open.flatMap(({ code }) => (code === null ? [] : [code]))
  return {
    lines,
    struck: benefits.length - lines.length,
    ledger: benefitLedger(lines, [...new Set(codes)], month),
    services: records.filter(({ kind, state }) => kind === 'service' && state !== 'struck'),
  }
}

/** A record of kind `benefit`: codes and months open, {item, department, note} sealed. */
function benefitOf({ id, version, amount, detail, body }: FileRecord): BenefitLine {
  const { item = '', department = '', note = null } = (body ?? {}) as Partial<Written>
  const text = (name: string) => (typeof detail[name] === 'string' ? String(detail[name]) : null)
  return {
    ...{ id, version, amount, item, department, note },
    kind: HELP_KINDS.find((each) => each === detail.kind) ?? 'money',
    aim: HELP_AIMS.find((each) => each === detail.aim) ?? 'floor',
    from: text('from') ?? '',
    to: text('to'),
    every: detail.every === 'once' ? 'once' : 'month',
    needs: Array.isArray(detail.needs) ? detail.needs.map(String) : [],
  }
}

type Written = {
  readonly item: string
  readonly department: string
  readonly note: string | null
}
