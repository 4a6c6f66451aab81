import type { ServiceResult, ServiceType } from '../../core/casework/service-lists.ts'
import type { Staff } from '../../core/people/role.ts'
import type { Day } from '../../core/time.ts'
import type { FileRecord, HouseholdHead } from './household-files.ts'

/** What was done for whom (服务记录). */
export type Services = {
  /** One deed for one or many households. Throws `bad_request` for a day that has not come. */
  readonly record: (staff: Staff, service: Service) => Promise<readonly ServiceLine[]>
  /** Of these days, newest first; at most 500. */
  readonly list: (staff: Staff, ask: ServicesAsk) => Promise<readonly ServiceLine[]>
  readonly ofHousehold: (staff: Staff, household: string) => Promise<readonly ServiceLine[]>
  /** Takes a record back; it stays to be read, with the reason. */
  readonly strike: (
    staff: Staff,
    household: string,
    id: string,
    version: number,
    reason: string,
  ) => Promise<ServiceLine>
  /** Where photos of a household are kept: the newest talk of it, with the case one reads it by. */
  readonly photosOf: (staff: Staff, household: string) => Promise<PhotoPlace>
}

type PhotoPlace = { readonly conversation: string; readonly number: string }

export type Photo = { readonly number: string; readonly id: string }

export type Service = {
  readonly households: readonly { readonly household: string; readonly id: string }[]
  readonly group: string | null
  readonly type: ServiceType
  readonly day: Day
  readonly minutes: number | null
  readonly result: ServiceResult
  readonly who: string
  readonly words: string
  readonly photos: readonly Photo[]
}

type ServicesAsk = {
  readonly from: Day
  readonly to: Day
  readonly street?: string
}

export type ServiceLine = { readonly record: FileRecord; readonly head: HouseholdHead }
