/** Papers that residents photograph, by what is printed on them. */
const DOCUMENTS = [
  'medical_record',
  'discharge',
  'receipt',
  'disability_card',
  'identity_card',
  'household_register',
  'allowance_card',
  'diagnosis',
  'payslip',
  'lease',
  'bank_statement',
  'other',
] as const

type DocumentKind = (typeof DOCUMENTS)[number]

export type Bill = {
  readonly document: DocumentKind
  /** Yuan; null when no sum is printed that is sure enough. */
  readonly amount: number | null
  /** The printed lines that it rests on, as they were read. */
  readonly words: readonly string[]
}

/**
 * What a photographed paper seems to be, from the lines that were read off it. Total: print that says
 * nothing is null. A suggestion for a person who has the photo open, never a fact.
 */
export function readBill(lines: readonly string[]): Bill | null {
  // Readers put blanks between Chinese characters.
  const read = lines.slice(0, LINES).map((line) => line.normalize('NFKC').replace(/\s+/gu, ''))
  const title = titleOf(read)
  const sum = sumOf(read)
  if (title === null && sum === null) return null
  const words = [title?.line, sum?.line].filter((line) => line !== undefined)
  return {
    document: title?.document ?? 'other',
    amount: sum?.amount ?? null,
    words: [...new Set(words)],
  }
}

/** A bill has some dozen lines; a photographed newspaper has more and tells nothing. */
const LINES = 200

/** The surest first: a receipt of a hospital also says 病历号. */
const TITLES: readonly (readonly [DocumentKind, RegExp])[] = [
  ['disability_card', /残疾人证|残疾类别|残疾等级/u],
  ['allowance_card', /最低生活保障|低保证|低保金?领取|特困人员|低收入.{0,4}证/u],
  ['household_register', /户口簿|常住人口登记|户主或与户主/u],
  ['identity_card', /居民身份证|公民身份号码|签发机关/u],
  ['discharge', /出院小结|出院记录|出院证明/u],
  ['diagnosis', /诊断证明|疾病证明|病假单|疾病诊断/u],
  ['receipt', /收费票据|收费单|收费收据|费用清单|结算单|发票|收据|缴费通知|收费明细/u],
  ['medical_record', /病历|门诊记录|病史|检查报告|检验报告|化验/u],
  ['payslip', /工资单|工资条|应发工资|实发工资/u],
  ['lease', /租赁合同|房屋租赁|承租人|租房合同/u],
  ['bank_statement', /交易明细|银行流水|账户明细/u],
]

function titleOf(lines: readonly string[]) {
  for (const [document, print] of TITLES) {
    const line = lines.find((each) => print.test(each))
    if (line !== undefined) return { document, line }
  }
  return null
}

/** What names the sum to be paid, the surest first: of a bill with three sums the own share counts. */
const SUMS: readonly RegExp[] = [
  /(?:个人(?:支付|自付|现金支付|负担|缴费)|现金支付|自费金额|自负金额|应缴|实发工资)/u,
  /(?:合计|总计|总额|总金额|金额合计|费用合计|实收|应收|实付)/u,
  /(?:金额|人民币|小写)/u,
]
const AMOUNT = /(\d{1,3}(?:,\d{3})+|\d{1,8})(?:\.(\d{1,2}))?(?![\d.年月日:/-])/u

function sumOf(lines: readonly string[]) {
  for (const name of SUMS) {
    for (const line of lines) {
      const from = name.exec(line)
      const found = from && AMOUNT.exec(line.slice(from.index + from[0].length))
      if (!found) continue
      const amount = Number(`${found[1]?.replaceAll(',', '')}.${found[2] ?? 0}`)
      // Ten million yuan is no bill but a number of something.
      if (amount > 0 && amount < 10_000_000) return { amount, line }
    }
  }
  return null
}
