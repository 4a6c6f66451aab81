import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gazetteer } from '../../../../src/core/understanding/place/gazetteer.ts'
import { locate } from '../../../../src/core/understanding/place/locate.ts'
import { served } from './served-places.ts'

const places = gazetteer(served)
const CHANGNING = { city: '3101', district: '310105' }

const at = (text: string, hint: { city?: string; district?: string } = CHANGNING) =>
  locate(text, places, hint)

describe('a place that is sure', () => {
  test.each([
    ['江苏路街道东浜居委', '310105002', '310105002008'],
    ['长宁区新华路街道幸福居委会', '310105004', '310105004017'],
    ['我家住在华阳路街道', '310105001', undefined],
    ['华一居委', '310105001', '310105001001'],
    ['虹桥居委会', '310105009', '310105009008'],
    ['天山五村', '310105008', undefined],
    ['天山5村12号302室', '310105008', undefined],
    ['天山五村第二居委', '310105008', '310105008025'],
    ['天山 五村 二居', '310105008', '310105008025'],
    ['绿园一村8号', '310105102', '310105102015'],
    ['江蘇路街道', '310105002', undefined],
    ['江苏街道', '310105002', undefined],
    ['周桥街道', '310105005', undefined],
    ['新泾镇刘四居委', '310105102', '310105102004'],
    ['江苏路万村', '310105002', '310105002006'],
    ['我住华阳路华一', '310105001', '310105001001'],
  ])('%s', (text, street, committee) => {
    const found = at(text)
    expect(found).toMatchObject({ sure: true, street, district: '310105', options: [] })
    expect(found?.committee).toBe(committee)
  })
})

describe('a place that must be asked about', () => {
  test('a road is no street office, also where they share their name', () => {
    const found = at('我住在江苏路284弄')
    expect(found).toMatchObject({ sure: false, road: '江苏路', number: 284, unit: '弄' })
    expect(found?.street).toBeUndefined()
  })

  test.each(['江苏路', '江苏路那边', '住在新华路上', '四平路2100号', '天山路789弄'])(
    'a road alone is never sure: %s',
    (text) => {
      expect(at(text)?.sure).toBe(false)
    },
  )

  test('a name without 街道 is offered, not taken', () => {
    const found = at('我住新泾')
    expect(found?.sure).toBe(false)
    const streets = new Set(found?.options.map((o) => o.street))
    expect([...streets]).toEqual(['310105102', '310105011'])
  })

  test('a committee of another office than the one named is a contradiction', () => {
    const found = at('华阳路街道新华居委')
    expect(found).toMatchObject({ sure: false, why: 'office_and_committee_differ' })
    expect(found?.options.map((o) => o.street)).toEqual(['310105001', '310105004'])
  })

  test('two offices in one sentence', () => {
    expect(at('江苏路街道还是华阳路街道,搞不清')).toMatchObject({ sure: false, why: 'two_offices' })
  })

  test('a short form that only we inferred', () => {
    const found = at('绿园十一居委')
    expect(found?.sure).toBe(false)
    expect(found?.options[0]).toMatchObject({ committee: '310105102018' })
  })

  test.each([
    ['姜苏路街道', '310105002'],
    ['花阳路街道', '310105001'],
    ['周家乔街道', '310105005'],
    ['程家侨街道', '310105010'],
    ['仙霞星村街道', '310105008'],
    ['北新经街道', '310105011'],
    ['新金镇', '310105102'],
    ['陶家载居委', '310105001'],
    ['左家择居委会', '310105004'],
    ['天三路街道', '310105006'],
    ['江苏路街到', '310105002'],
    ['长宁区华杨路街道', '310105001'],
  ])('%s is offered by its sound first', (text, street) => {
    const found = at(text)
    expect(found?.sure).toBe(false)
    expect(found?.options[0]?.street).toBe(street)
  })

  test('at most five options', () => {
    const found = at('果园村', { city: '3101', district: '310115' })
    expect(found?.sure).toBe(false)
    expect(found?.options).toHaveLength(5)
  })
})

describe('estates that are not called like their committee', () => {
  const in_ = (text: string, district: string) => at(text, { city: '3101', district })

  test.each([
    ['曹杨三村', '310107', '310107005'],
    ['我住曹杨新村三村', '310107', '310107005'],
    ['乾溪二邨12号', '310113', '310113102'],
    ['延吉二村', '310110', '310110015'],
    ['控江七村双阳路8号楼', '310110', '310110015'],
  ])('a numbered part of a 新村: %s', (text, district, street) => {
    expect(in_(text, district)).toMatchObject({ sure: true, street })
  })

  test('a name of its own with a word for an estate behind it', () => {
    expect(in_('我家在紫竹半岛公寓', '310112')).toMatchObject({ sure: true, why: 'estate' })
    expect(in_('青溪路99弄虹古小区', '310105')).toMatchObject({ sure: true, street: '310105008' })
  })

  test('a short name that many committees of the city bear is asked about', () => {
    expect(in_('阳光小区', '310101')).toMatchObject({ sure: false, why: 'name_unsure' })
  })

  test('an estate beside the road of a committee is offered', () => {
    const found = in_('东陆小区', '310115')
    expect(found?.sure).toBe(false)
    expect(found?.options.map((o) => o.street)).toContain('310115014')
  })

  test('王家宅 alone is a hamlet anywhere and offers nothing', () => {
    expect(in_('王家宅', '310115')?.options ?? []).toEqual([])
    expect(in_('王家宅居委会', '310115')?.sure).toBe(true)
  })
})

describe('lanes that committees are called after', () => {
  const jingan = (text: string) => at(text, { city: '3101', district: '310106' })

  test('the lane with the house in it', () => {
    expect(jingan('三泉路821弄9号')).toMatchObject({ sure: true, committee: '310106020021' })
    expect(jingan('三泉路八百二十一弄')).toMatchObject({ committee: '310106020021' })
  })

  test('thousands in words', () => {
    const found = at('控江路1200弄3号', { city: '3101', district: '310110' })
    expect(found).toMatchObject({ sure: true, committee: '310110012025' })
  })

  test('the neighbour on the same side is in the same street office, committee unknown', () => {
    const found = jingan('三泉路841弄')
    expect(found).toMatchObject({ sure: true, street: '310106020', why: 'road_number' })
    expect(found?.committee).toBeUndefined()
  })

  test('a number a little farther is asked about, one far away is not', () => {
    expect(jingan('三泉路1200弄')).toMatchObject({ sure: false, why: 'number_far' })
    expect(jingan('三泉路1200弄')?.options.map((o) => o.street)).toEqual(['310106020'])
    expect(jingan('三泉路2600弄')?.options).toEqual([])
  })
})

describe('roads that an office or a committee is called after', () => {
  const offered = (text: string, district: string) => {
    const found = at(text, { city: '3101', district })
    expect(found?.sure).toBe(false)
    return found?.options.map((o) => o.street)
  }

  test('their offices are offered, near the beginning of the road', () => {
    expect(offered('番禺路508号', '310105')).toContain('310105004')
    expect(offered('甘泉路100弄', '310107')).toEqual(['310107016'])
    expect(offered('长寿路1900弄', '310107')).toEqual([])
  })

  test('an office whose name only begins like the road comes after', () => {
    expect(offered('打浦路38弄', '310101')?.at(-1)).toBe('310101021')
  })

  test('a road with a side of its own is another road', () => {
    expect(offered('番禺西路8号', '310105')).toEqual([])
  })

  test('without a district a road names nothing', () => {
    expect(at('番禺路508号', { city: '3101' })?.options ?? []).toEqual([])
  })
})

test('a village that has become a 居委 is offered under its old name', () => {
  const found = at('先锋村卢家宅', { city: '3101', district: '310115' })
  expect(found?.sure).toBe(false)
  expect(found?.options.map((o) => o.label)).toContain('高东镇 先锋居委会')
})

describe('next to a place', () => {
  test.each(['天山五村旁边', '住在天山五村隔壁', '江苏路街道对面'])('%s is a question', (text) => {
    expect(at(text)).toMatchObject({ sure: false, why: 'beside' })
    expect(at(text)?.options).not.toEqual([])
  })

  test('the home goes before its neighbour', () => {
    expect(at('住在天山五村旁边的绿园一村')).toMatchObject({ committee: '310105102015' })
  })
})

describe('the city before a name', () => {
  test.each(['上海天山五村', '上海市天山五村', '屋里勒拉天山五村', '上海东浜居委'])(
    '%s',
    (text) => {
      expect(at(text)).toMatchObject({ sure: true, district: '310105' })
    },
  )
})

describe('traps', () => {
  test('a city without districts is its own district', () => {
    expect(at('中山市东区街道桥岗社区', {})).toMatchObject({
      sure: true,
      district: '442000',
      street: '442000002',
      committee: '442000002016',
    })
    expect(at('东区桥岗', { city: '4420' })).toMatchObject({ sure: true, street: '442000002' })
    expect(at('桥岗社区', { city: '4420' })).toMatchObject({ sure: true, street: '442000002' })
  })

  test('the nickname 刘四居委 is the fourth committee of 刘家宅', () => {
    expect(at('刘四居委')).toMatchObject({ sure: true, committee: '310105102004' })
  })

  test('华一居委 is an official name and no nickname', () => {
    expect(at('华一居委')).toMatchObject({ sure: true, committee: '310105001001' })
  })

  test('a committee name that stands twice in a district is asked about', () => {
    const found = at('陈家宅居委会', { city: '3101', district: '310115' })
    expect(found).toMatchObject({ sure: false, why: 'same_name_twice' })
    expect(new Set(found?.options.map((o) => o.street)).size).toBe(2)
  })

  test('a committee name without its district is asked about, even where it is the only one', () => {
    expect(at('万村居委会', { city: '3101' })).toMatchObject({
      sure: false,
      why: 'district_unknown',
    })
  })

  test('where one lives goes before where one is registered', () => {
    expect(at('户口在江苏路街道,人住在新泾镇')).toMatchObject({ sure: true, street: '310105102' })
    expect(at('户口在江苏路街道')).toMatchObject({ sure: false, why: 'not_home' })
    expect(at('户口在静安区曹家渡街道,人住长宁区新泾镇')).toMatchObject({ street: '310105102' })
  })

  test('where one lives goes before where one came from', () => {
    expect(at('以前住华阳路街道,现在搬到仙霞新村街道了')).toMatchObject({
      sure: true,
      street: '310105008',
    })
  })

  test('新泾镇 and 北新泾街道 are two', () => {
    expect(at('新泾镇')).toMatchObject({ sure: true, street: '310105102' })
    expect(at('北新泾街道')).toMatchObject({ sure: true, street: '310105011' })
    expect(at('北新泾镇')?.sure).toBe(false)
  })

  test('江苏路街道 is in Shanghai, 江苏省 is a province', () => {
    expect(at('江苏路街道', { city: '3101' })).toMatchObject({ sure: true, street: '310105002' })
    expect(at('江苏省南京市秦淮区五老村街道', {})).toMatchObject({ street: '320104006' })
  })

  test('another city counts in this house when its district or office follows', () => {
    expect(at('我在南京秦淮区五老村街道')).toMatchObject({ street: '320104006' })
    expect(at('秦淮区五老村街道')).toMatchObject({ street: '320104006' })
    expect(at('中山东区街道')).toMatchObject({ street: '442000002' })
    expect(at('中山公园旁边')?.district ?? '310105').toBe('310105')
  })

  test('南京东路街道 is in Shanghai', () => {
    expect(at('南京东路街道', {})).toMatchObject({ sure: true, street: '310101002' })
  })

  test('a district that was joined to another is found under its old name', () => {
    expect(at('闸北区大宁路街道', {})).toMatchObject({ sure: true, district: '310106' })
    expect(at('卢湾区五里桥街道')).toMatchObject({ sure: true, district: '310101' })
  })

  test.each(['上海市', '上海', '3101', '310100', '310000'])('the city %s is a hint', (city) => {
    expect(at('东区街道', { city })?.sure ?? false).toBe(false)
    expect(at('新泾镇', { city })).toMatchObject({ sure: true, street: '310105102' })
  })

  test.each(['长宁区', '长宁', '310105', '上海市长宁区'])(
    'the district %s is a hint',
    (district) => {
      expect(at('万村居委', { district })).toMatchObject({ sure: true, street: '310105002' })
    },
  )

  test('the district in the text goes before the district of the house', () => {
    expect(at('静安区曹家渡街道')).toMatchObject({ sure: true, street: '310106014' })
    expect(at('曹家渡街道')).toMatchObject({ sure: true, street: '310106014' })
    expect(at('曹家渡那边')).toMatchObject({ sure: false, district: '310106' })
  })

  test('宝山区 is a district and not the office 宝山路街道', () => {
    expect(at('宝山区', { city: '3101' })?.sure ?? false).toBe(false)
  })

  test('滨淮, a village by law, is called 社区 by its people', () => {
    expect(at('江宁区淳化街道滨淮社区', {})).toMatchObject({
      sure: true,
      street: '320115004',
      committee: '320115004202',
    })
  })

  test('a denied place is not taken', () => {
    expect(at('不是江苏路街道,是华阳路街道')).toMatchObject({ sure: true, street: '310105001' })
  })
})

describe('what is told besides', () => {
  test.each([
    ['仙霞路350弄20号601室', { road: '仙霞路', number: 350, unit: '弄' }],
    ['江苏路二百八十四弄5号', { road: '江苏路', number: 284, unit: '弄' }],
    ['武宁南路好像是203弄', { road: '武宁南路', number: 203, unit: '弄' }],
    ['我家在愚园路1088号', { road: '愚园路', number: 1088, unit: '号' }],
    ['虹口区中山北一路121号', { road: '中山北一路', number: 121, unit: '号' }],
    ['新泾镇天山西路２４５弄', { road: '天山西路', number: 245, unit: '弄' }],
    ['镇宁路405弄', { road: '镇宁路', number: 405, unit: '弄' }],
  ])('%s', (text, parts) => {
    expect(at(text)).toMatchObject(parts)
  })

  test('the estate as it was written', () => {
    expect(at('天山5村12号302室')?.estate).toBe('天山5村')
    expect(at('绿园一村8号')?.estate).toBe('绿园一村')
    expect(at('万村居委')?.estate).toBeUndefined()
  })
})

test.each(['今天天气不错', '没有了谢谢', '老伴住院钱不够', '1', '', '我七十三了', '一千八'])(
  'no place is heard in: %s',
  (text) => {
    expect(at(text)).toBeUndefined()
  },
)

test.each([
  '腿脚不好,过马路都怕',
  '我们家就靠摆摊找条活路',
  '跟居委打交道3年了',
  '孩子每天在大街上闲逛,我很担心',
])('a story names no road: %s', (text) => {
  expect(at(text)).toBeUndefined()
})

test('common words in a story are no committees', () => {
  const story = '以前日子过得蛮幸福,后来老伴走了,医药费又涨,人民政府也来看过我一回'
  expect(at(story)?.options ?? []).toEqual([])
})

test('every office and nearly every committee is found by its full name in its district', () => {
  const wrong: string[] = []
  let unnamed = 0
  for (const district of places.districts.values()) {
    for (const street of district.streets) {
      const hint = { district: district.code }
      if (at(street.name, hint)?.street !== street.code) wrong.push(street.name)
      for (const { code, name } of street.committees) {
        const found = at(street.name + name, hint)
        if (found?.street !== street.code) wrong.push(street.name + name)
        if (found?.committee !== code) unnamed++
      }
    }
  }
  expect(wrong).toEqual([])
  // 35 are 虚拟社区 without residents, the others bear their neighbour's name or a number alone.
  expect(unnamed).toBeLessThanOrEqual(53)
})

test('any text at all is answered, and an unsure answer names no street', () => {
  const pieces = fc.constantFrom(
    '江苏',
    '路',
    '街道',
    '新泾',
    '第',
    '一百',
    '居委',
    '弄',
    '区',
    '5',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const found = at(text)
      if (found === undefined || found.sure) return
      expect(found.street).toBeUndefined()
      expect(found.options.length).toBeLessThanOrEqual(5)
    }),
  )
})

test('a long text is answered quickly', () => {
  const text = '我老伴身体不好住在华阳路那边'.repeat(300)
  at(text)
  const start = performance.now()
  at(text)
  expect(performance.now() - start).toBeLessThan(500)
})
