/** The resident steered the talk: back, why, repeat, progress and the like. */
export type RepairUsed = {
  readonly type: 'repair_used'
  readonly act: string
  readonly step: string | null
}
