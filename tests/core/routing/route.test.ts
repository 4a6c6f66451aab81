import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ROUTE_RULES, type RouteRequest, route } from '../../../src/core/routing/route.ts'
import { atShanghai } from '../../../src/core/time.ts'
import { locate } from '../../../src/core/understanding/place/locate.ts'
import { presetOf } from '../../../src/core/understanding/place/preset.ts'
import { loadTown } from '../../../src/edge/sources/routing.ts'

const town = await loadTown(join(import.meta.dirname, '../../../data'), '310105')
/** A Tuesday morning and the night after it. */
const OPEN = atShanghai('2026-11-24', 10)
const NIGHT = atShanghai('2026-11-24', 22)
const HUAYANG = '310105001'
const JIANGSU = '310105002'
const XINJING = '310105102'

const address = (text: string) => {
  const found = locate(text, town.places, { city: '3101', district: '310105' })
  return found === undefined ? {} : { address: found }
}
const ask = (request: Partial<RouteRequest>, now = OPEN) =>
  route({ tier: 'none', urgency: 'normal', needs: [], ...request }, town, now)
const own = (street: string, present = true) => ({ street, adviser: { id: 'deng', present } })
const preset = (query: string) => ({ preset: presetOf(query, town.places) ?? { street: '' } })

describe('the chain', () => {
  test('danger goes to the duty adviser before any address', () => {
    for (const tier of ['imminent', 'high'] as const) {
      expect(ask({ tier })).toMatchObject({ queue: 'duty:310105', rule: 'crisis_duty' })
    }
  })

  test('danger that was chosen from the list goes there too', () => {
    expect(ask({ urgency: 'now', ...address('江苏路街道') }).queue).toBe('duty:310105')
  })

  test('danger keeps the street, so that its people see the case too', () => {
    expect(ask({ tier: 'imminent', ...address('江苏路街道东浜居委') })).toMatchObject({
      queue: 'duty:310105',
      street: JIANGSU,
      committee: '310105002008',
    })
  })

  test('low spirits are no danger', () => {
    expect(ask({ tier: 'watch', ...address('江苏路街道') }).queue).toBe(`street:${JIANGSU}`)
  })

  test('a QR code of 曹家渡 brings the case to 曹家渡 without a question', () => {
    expect(ask(preset('?street=310106014'))).toMatchObject({
      queue: 'street:310106014',
      district: '310106',
      street: '310106014',
      rule: 'preset',
    })
  })

  test('the preset goes before another address and says so', () => {
    const found = ask({ ...preset('310105001'), ...address('江苏路街道') })
    expect(found).toMatchObject({ queue: `street:${HUAYANG}`, rule: 'preset' })
    expect(found.facts).toMatchObject({ preset_differs: JIANGSU })
  })

  test('a preset of the street and an address in it give the committee', () => {
    expect(ask({ ...preset('310105002'), ...address('万村居委') })).toMatchObject({
      street: JIANGSU,
      committee: '310105002006',
    })
  })

  test('a household that is known goes to its own adviser', () => {
    expect(ask({ household: own(JIANGSU) })).toMatchObject({
      queue: 'adviser:deng',
      street: JIANGSU,
      rule: 'own_adviser',
    })
  })

  test('an absent adviser is passed over', () => {
    const found = ask({ household: own(JIANGSU, false) })
    expect(found).toMatchObject({ queue: `street:${JIANGSU}`, facts: { adviser_absent: 'deng' } })
  })

  test('a household that moved goes to its new street', () => {
    const found = ask({ household: own(JIANGSU), ...address('新泾镇') })
    expect(found).toMatchObject({ queue: `street:${XINJING}`, facts: { moved_from: JIANGSU } })
  })

  test('the eleven service points of 东区 have their own queues', () => {
    const found = ask(address('中山市东区街道桥岗社区'))
    expect(found).toMatchObject({
      queue: 'committee:442000002016',
      district: '442000',
      rule: 'committee',
    })
    expect(town.tables['442000']?.streets['442000002']?.committees).toHaveLength(11)
  })

  test('a work order with an address in 五老村 goes to 五老村', () => {
    expect(ask(address('南京市秦淮区五老村街道'))).toMatchObject({
      queue: 'street:320104006',
      district: '320104',
    })
  })

  test('a full street hands on to the first neighbour with room', () => {
    const load = { [JIANGSU]: 60, [HUAYANG]: 60 }
    expect(ask({ ...address('江苏路街道'), load })).toMatchObject({
      queue: 'street:310105004',
      street: '310105004',
      rule: 'neighbour',
      facts: { full: JIANGSU, open: 60 },
    })
  })

  test('with every neighbour full the district takes it', () => {
    const load = { [JIANGSU]: 60, [HUAYANG]: 60, '310105004': 60 }
    expect(ask({ ...address('江苏路街道'), load })).toMatchObject({
      queue: 'district:310105',
      street: JIANGSU,
      rule: 'district_overflow',
    })
  })

  test('a street with its own limit keeps its cases', () => {
    expect(ask({ ...address('新泾镇'), load: { [XINJING]: 89 } }).rule).toBe('street')
    expect(ask({ ...address('新泾镇'), load: { [XINJING]: 90 } }).rule).toBe('neighbour')
  })

  test('at night what cannot wait goes to the duty, the rest waits in its street', () => {
    const there = address('江苏路街道')
    expect(ask({ ...there, urgency: 'same_day' }, NIGHT)).toMatchObject({
      queue: 'duty:310105',
      rule: 'after_hours',
      street: JIANGSU,
    })
    expect(ask({ urgency: 'same_day' }, NIGHT).queue).toBe('duty:310105')
    expect(ask(there, NIGHT).queue).toBe(`street:${JIANGSU}`)
    expect(ask({ ...there, urgency: 'same_day' }, OPEN).queue).toBe(`street:${JIANGSU}`)
  })
})

describe('what cannot be placed is placed by hand', () => {
  test.each(['我住在江苏路392弄', '就在菜场旁边', '新泾那边', '华阳路街道新华居委'])(
    '%s',
    (text) => {
      const found = ask(address(text))
      expect(found).toMatchObject({ queue: 'triage:310105', rule: 'triage' })
      expect(found.street).toBeUndefined()
    },
  )

  test('no address at all blocks nothing', () => {
    expect(ask({})).toMatchObject({ queue: 'triage:310105', facts: { why: 'no_address' } })
  })

  test('a place in a district that this house does not serve', () => {
    expect(ask(address('虹口区欧阳路街道欧二居委会'))).not.toHaveProperty('committee')
    expect(ask(address('虹口区欧阳路街道'))).toMatchObject({
      queue: 'triage:310105',
      rule: 'outside',
      facts: { lives_in: '310109009' },
    })
  })
})

describe('two addresses', () => {
  const there = address('江苏路街道')

  test('service goes by residence, 低保 by 户籍', () => {
    const found = ask({
      ...there,
      needs: ['inc'],
      registered: { status: 'local', street: '310106014' },
    })
    expect(found.queue).toBe(`street:${JIANGSU}`)
    expect(found.formal).toEqual([
      { need: 'inc', at: 'street', by: 'hukou', district: '310106', street: '310106014' },
    ])
  })

  test('emergency aid of a permit holder goes by residence', () => {
    const found = ask({ ...there, needs: ['emergency_aid'], registered: { status: 'permit' } })
    expect(found.formal).toEqual([
      { need: 'emergency_aid', at: 'street', by: 'residence', district: '310105', street: JIANGSU },
    ])
  })

  test('emergency aid of a local goes by 户籍, of others to an aid station', () => {
    const aid = (registered: RouteRequest['registered'] & object) =>
      ask({ ...there, needs: ['emergency_aid'], registered }).formal[0]
    expect(aid({ status: 'local', district: '310106' })).toMatchObject({
      by: 'hukou',
      district: '310106',
    })
    expect(aid({ status: 'none' })).toEqual({ need: 'emergency_aid', at: 'aid_station' })
  })

  test('school and work have offices of their own', () => {
    expect(ask({ ...there, needs: ['edu', 'emp', 'soc'] }).formal).toEqual([
      { need: 'edu', at: 'school' },
      { need: 'emp', at: 'employment_service' },
    ])
  })

  test('an unknown 户籍 is left open, to be asked', () => {
    expect(ask({ ...there, needs: ['inc'] }).formal).toEqual([{ need: 'inc', at: 'street' }])
  })
})

describe('two sites', () => {
  test.each([
    [['inc'], 'affairs'],
    [['soc'], 'living'],
    [['company', 'inc'], 'living'],
    [['something_new'], 'affairs'],
  ] as const)('%s is seen to at %s', (needs, site) => {
    expect(ask({ ...address('江苏路街道'), needs }).site).toBe(site)
  })
})

test('every request ends in one queue of a served district, and its reason is a rule', () => {
  const street = fc.constantFrom(...town.places.streets.keys())
  const request = fc.record(
    {
      tier: fc.constantFrom('none', 'watch', 'high', 'imminent' as const),
      urgency: fc.constantFrom('now', 'same_day', 'normal' as const),
      needs: fc.array(fc.constantFrom('inc', 'edu', 'emergency_aid', 'constructor'), {
        maxLength: 3,
      }),
      preset: fc.record({ street: fc.oneof(street, fc.constant('999999999')) }),
      address: fc.record({
        street,
        sure: fc.boolean(),
        options: fc.constant([]),
        why: fc.constant('office'),
      }),
      household: fc.record({
        street,
        adviser: fc.record({ id: fc.string(), present: fc.boolean() }),
      }),
    },
    { requiredKeys: ['tier', 'urgency', 'needs'] },
  )
  fc.assert(
    fc.property(request, fc.integer({ min: 0, max: 4e12 }), (asked, now) => {
      const found = route(asked, town, now)
      expect(found.queue).toMatch(/^(?:duty|adviser|committee|street|district|triage):/)
      expect(town.tables[found.district]).toBeDefined()
      expect(ROUTE_RULES).toContain(found.rule)
      if (found.street) expect(found.street.startsWith(found.district)).toBe(true)
      if (asked.tier === 'imminent') expect(found.queue).toBe(`duty:${found.district}`)
    }),
  )
})
