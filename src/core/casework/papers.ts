/** What a paper is (材料). */
export const PAPERS = [
  'identity_card',
  'household_register',
  'disability_card',
  'diagnosis',
  'medical_record',
  'receipt',
  'payslip',
  'bank_statement',
  'lease',
  'allowance_card',
  'application',
  'consent',
  'other',
] as const
