import type { Grade } from '../../../src/core/assessment/model.ts'
import type { IndicatorCode } from '../../../src/core/indicators.ts'

export type Golden = {
  readonly who: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly deprived: readonly IndicatorCode[]
  readonly points: number
  readonly grade: Grade
}

const nothing = {
  members: ['none'],
  housing: 'own_ok',
  illness: 'none',
  disability: 'none',
  work: 'working',
  insurance: 'both',
  contact: 'often',
}
const child = { schooling: 'fine', child_load: 'ok', child_home: 'good' }

/** Nine households reported in the press, answered the way a first conversation would. */
export const GOLDEN: readonly Golden[] = [
  {
    who: '张凌凯, 12: father ill and out of work, mother odd jobs without local insurance',
    answers: {
      ...nothing,
      ...child,
      people: 5,
      members: ['elder', 'child', 'ill'],
      income: { min: 5000, max: 6000, approx: true },
      illness: 'chronic',
      schooling: 'behind',
      work: 'unstable',
      insurance: 'medical_only',
      contact: 'sometimes',
    },
    deprived: ['inc', 'edu', 'emp', 'sec'],
    points: 6,
    grade: 'medium',
  },
  {
    who: '张凌凯 after the visit: the flat is too small, the grandparents raise him',
    answers: {
      ...nothing,
      people: 5,
      members: ['elder', 'child', 'ill'],
      income: 5600,
      housing: 'crowded',
      illness: 'chronic',
      schooling: 'behind',
      work: 'unstable',
      insurance: 'medical_only',
      child_load: 'ok',
      child_home: 'left_with_elders',
    },
    deprived: ['inc', 'hou', 'edu', 'emp', 'sec', 'cen'],
    points: 8,
    grade: 'high',
  },
  {
    who: '陈姗, 22: alone, disabled, very ill, in debt, long out of work',
    answers: {
      ...nothing,
      people: 1,
      members: ['disabled', 'ill'],
      income: 1330,
      receives: ['dibao'],
      housing: 'unsafe',
      illness: 'serious',
      disability: 'light',
      adult_schooling: 'junior',
      work: 'jobless_long',
      contact: 'rarely',
    },
    deprived: ['inc', 'hou', 'ill', 'dis', 'edu', 'emp', 'soc'],
    points: 9,
    grade: 'high',
  },
  {
    who: '王伯伯, 82, and his wife: stroke, no children, both pensions',
    answers: {
      ...nothing,
      people: 2,
      members: ['elder', 'disabled', 'ill'],
      income: 7400,
      illness: 'serious',
      disability: 'heavy_nocare',
      work: 'cannot',
      contact: 'rarely',
    },
    deprived: ['ill', 'dis', 'soc'],
    points: 3,
    grade: 'low',
  },
  {
    who: '阳女士: husband severely disabled, two children, one small wage',
    answers: {
      ...nothing,
      ...child,
      people: 4,
      members: ['child', 'disabled'],
      income: '4200',
      disability: 'heavy',
      work: 'unstable',
      insurance: 'medical_only',
      child_load: 'heavy',
    },
    deprived: ['inc', 'dis', 'emp', 'sec', 'cbu'],
    points: 6,
    grade: 'medium',
  },
  {
    who: '陈老伯, 76: alone and ill, his pension covers daily life',
    answers: {
      ...nothing,
      people: 1,
      members: ['elder', 'ill'],
      income: 4500,
      illness: 'serious',
      work: 'cannot',
      contact: 'rarely',
    },
    deprived: ['ill', 'soc'],
    points: 2,
    grade: 'low',
  },
  {
    who: '小欣, 13: father dead, scoliosis, will not go to school',
    answers: {
      ...nothing,
      ...child,
      people: 2,
      members: ['child', 'ill'],
      income: 5000,
      illness: 'serious',
      schooling: 'behind',
      child_load: 'too_heavy',
    },
    deprived: ['inc', 'ill', 'edu', 'cbu'],
    points: 5,
    grade: 'medium',
  },
  {
    who: '许梅: a small daughter with a rare disease, husband delivers meals',
    answers: {
      ...nothing,
      ...child,
      people: 3,
      members: ['child', 'ill'],
      income: { min: 6000, max: 8000 },
      illness: 'serious',
      work: 'unstable',
      child_load: 'heavy',
    },
    deprived: ['inc', 'ill', 'emp', 'cbu'],
    points: 5,
    grade: 'medium',
  },
  {
    who: '刘灵: blind, wife with lupus, the shop closed for three months',
    answers: {
      ...nothing,
      people: 2,
      members: ['disabled', 'ill'],
      income: 0,
      illness: 'serious_unpaid',
      disability: 'heavy',
      work: 'jobless_short',
    },
    deprived: ['inc', 'ill', 'dis', 'emp'],
    points: 5,
    grade: 'medium',
  },
  {
    who: '高明, 33: dialysis, the wage of his wife fell, never applied',
    answers: {
      ...nothing,
      people: 2,
      members: ['ill'],
      income: 3600,
      illness: 'serious',
      work: 'unstable',
      insurance: 'medical_only',
    },
    deprived: ['inc', 'ill', 'emp', 'sec'],
    points: 5,
    grade: 'medium',
  },
]
