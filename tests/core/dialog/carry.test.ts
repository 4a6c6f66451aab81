import { describe, expect, test } from 'vitest'
import { parseCondition } from '../../../src/core/conditions/parse.ts'
import { fromRapidpro, rapidproFile } from '../../../src/core/dialog/carry/from-rapidpro.ts'
import { fromXlsform } from '../../../src/core/dialog/carry/from-xlsform.ts'
import { toXlsform } from '../../../src/core/dialog/carry/to-xlsform.ts'
import { fromXpath, toXpath } from '../../../src/core/dialog/carry/xpath.ts'
import { questionsOf } from '../../../src/core/dialog/flow/flow-bundle.ts'
import { type Flow, flowSchema } from '../../../src/core/dialog/flow/schema.ts'
import { shipped } from './shipped-house.ts'

/** A name as XLSForms write it. */
const of = (name: string) => `\${${name}}`

const help = shipped.find(({ id }) => id === 'help_request') as Flow

describe('XLSForm', () => {
  test('conditions read the same in both languages', () => {
    for (const [feel, xpath] of [
      ['for_whom = "self"', `${of('for_whom')} = 'self'`],
      ['known(for_whom) and for_whom in ("family", "neighbour")', null],
      ['list contains(members, "child")', `selected(${of('members')}, 'child')`],
      ['some u in urgent satisfies u in ("no_food", "beaten")', null],
      ['not(known(people)) or people >= 3', `(not(${of('people')} != '') or ${of('people')} >= 3)`],
    ] as const) {
      const parsed = parseCondition(feel)
      const there = parsed.ok ? toXpath(parsed.condition, help.slots) : null
      if (xpath !== null) expect(there).toBe(xpath)
      const back = fromXpath(there ?? '', help.slots)
      expect(parseCondition(back ?? '').ok, `${feel} → ${there} → ${back}`).toBe(true)
    }
    expect(fromXpath(`selected(${of('members')}, 'child') and today() > 3`, help.slots)).toBeNull()
    expect(fromXpath(`${of('a')} = `, help.slots)).toBeNull()
  })

  test('questions go out and come back as they were; what stays behind is told', () => {
    const { sheets, left } = toXlsform(help)
    const back = fromXlsform(sheets)
    const flow = flowSchema.parse(back.flow)
    const plain = help.steps.filter((step) => 'ask' in step)
    for (const question of plain) {
      const found = flow.steps.find(({ id }) => id === question.id)
      const { ask, hint, why, miss, into, check, heard, noted, confirm } = question
      const given = Object.entries({ ask, hint, why, miss, into, check, heard, noted, confirm })
      expect(found).toMatchObject(
        Object.fromEntries(given.filter(([, value]) => value !== undefined)),
      )
      const labels = (each: typeof question) =>
        Object.entries(each.options ?? {}).map(([value, { label, words, exclusive }]) => {
          return [value, label, words, exclusive]
        })
      expect(labels(found as typeof question)).toEqual(labels(question))
      expect(flow.slots[into]).toEqual(
        help.slots[into]?.type === 'safety'
          ? expect.anything()
          : { ...help.slots[into], hears: undefined },
      )
    }
    expect(
      questionsOf(help.steps.find((step) => 'adaptive' in step) as Flow['steps'][number]),
    ).not.toEqual([])
    expect(flow.sections).toEqual(help.sections)
    expect(left.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['jump', 'step_kind', 'setting']),
    )
  })

  test('a form from elsewhere becomes questions, and what is not understood is told', () => {
    const { flow, left, file } = fromXlsform({
      settings: [{ form_title: 'Visit 2026', form_id: 'Home visit!' }],
      choices: [
        { list_name: 'yn', name: 'y', 'label::English (en)': 'Yes', 'label::中文 (zh)': '有' },
        { list_name: 'yn', name: 'n', 'label::English (en)': 'No', 'label::中文 (zh)': '没有' },
      ],
      survey: [
        { type: 'begin group', name: 'home', label: '家里' },
        {
          type: 'select_one yn',
          name: 'has_child',
          'label::中文 (zh)': '有孩子吗？',
          required: 'true',
        },
        {
          ...{
            type: 'integer',
            name: 'how_many',
            'label::中文 (zh)': '几个？',
            'label::English (en)': '?',
          },
          ...{
            relevant: `${of('has_child')} = 'y'`,
            constraint: '. >= 1 and . <= 9 and regex(., "x")',
          },
          ...{ constraint_message: '说个数', guidance_hint: '好帮您。' },
        },
        { type: 'end group' },
        { type: 'calculate', name: 'sum', calculation: '1 + 1' },
        { type: 'barcode', name: 'code', label: 'x' },
        {
          type: 'note',
          name: 'bye',
          label: `谢谢，${of('how_many')} 个。`,
          relevant: 'position(..) > 1',
        },
      ],
    })
    const parsed = flowSchema.parse(flow)
    expect(file).toBe('home-visit')
    expect(parsed.steps.map(({ id }) => id)).toEqual([
      'has_child',
      'how_many',
      'bye',
      'carried_end',
    ])
    expect(parsed.steps[1]).toMatchObject({
      ...{ section: 'home', when: 'has_child = "y"', check: { min: 1, max: 9 }, miss: '说个数' },
      ...{ why: '好帮您。' },
    })
    expect(parsed.steps[0]).toMatchObject({ skippable: false, options: { y: { label: '有' } } })
    expect(parsed.steps[2]).toMatchObject({ say: '谢谢，{how_many} 个。' })
    expect(new Set(left.map(({ code }) => code))).toEqual(
      new Set(['check', 'calculation', 'question_kind', 'condition', 'languages']),
    )
  })
})

describe('RapidPro', () => {
  const exit = (uuid: string, to?: string) => ({ uuid, destination_uuid: to ?? null })
  const send = (text: string) => ({ uuid: 'a', type: 'send_msg', text })
  const category = (uuid: string, name: string, exit_uuid: string) => ({ uuid, name, exit_uuid })
  const wait = { type: 'msg' }
  const file = {
    version: '13',
    flows: [
      {
        ...{
          uuid: 'f',
          name: 'Food help',
          spec_version: '13.1.0',
          language: 'eng',
          type: 'messaging',
        },
        localization: { fra: {} },
        nodes: [
          {
            uuid: 'n1',
            actions: [send('Hello'), send('Do you have food?')],
            exits: [exit('e1', 'n2')],
          },
          {
            uuid: 'n2',
            actions: [],
            router: {
              ...{ type: 'switch', operand: '@input.text', result_name: 'Has food', wait },
              cases: [
                { uuid: 'c1', type: 'has_any_word', arguments: ['yes, yeah'], category_uuid: 'k1' },
                { uuid: 'c2', type: 'has_any_word', arguments: ['no'], category_uuid: 'k2' },
              ],
              categories: [
                category('k1', 'Yes', 'e2'),
                category('k2', 'No', 'e3'),
                category('k3', 'Other', 'e4'),
              ],
              default_category_uuid: 'k3',
            },
            exits: [exit('e2', 'n5'), exit('e3', 'n3'), exit('e4', 'n2')],
          },
          {
            uuid: 'n3',
            actions: [send('How many are you?')],
            router: {
              ...{ type: 'switch', operand: '@input.text', result_name: 'People', wait },
              cases: [
                {
                  uuid: 'c3',
                  type: 'has_number_between',
                  arguments: ['1', '15'],
                  category_uuid: 'k4',
                },
              ],
              categories: [category('k4', 'Number', 'e5'), category('k5', 'Other', 'e6')],
              default_category_uuid: 'k5',
            },
            exits: [exit('e5', 'n4'), exit('e6', 'n3')],
          },
          {
            uuid: 'n4',
            actions: [
              send('We help @results.people of you, @contact.name.'),
              { uuid: 'b', type: 'call_webhook', url: 'x' },
              { uuid: 'd', type: 'open_ticket' },
            ],
            exits: [exit('e7', 'n5')],
          },
          { uuid: 'n5', actions: [send('Goodbye')], exits: [exit('e8')] },
        ],
      },
    ],
  }

  test('a flow becomes questions in the order of its roads, with a report', () => {
    const [given] = rapidproFile.parse(file)
    if (!given) return expect.unreachable()
    const { flow, left } = fromRapidpro(given)
    const { steps, slots, id } = flowSchema.parse(flow)
    expect(id).toBe('food_help')
    const asks = steps.filter((step) => 'ask' in step)
    expect(asks).toMatchObject([
      {
        ask: 'Do you have food?',
        options: { yes: { words: ['yes', 'yeah'] }, no: { words: ['no'] } },
      },
      { ask: 'How many are you?', check: { min: 1, max: 15 } },
    ])
    expect(slots).toMatchObject({ has_food: { type: 'choice' }, people: { type: 'number' } })
    const ids = new Set(steps.map((step) => step.id))
    expect(ids.size).toBe(steps.length)
    for (const step of steps) {
      const roads =
        'options' in step ? Object.values(step.options ?? {}).map(({ goto }) => goto) : []
      for (const road of [...roads, 'goto' in step ? step.goto : undefined])
        if (road !== undefined) expect(ids).toContain(road)
    }
    const said = steps.flatMap((step) => ('say' in step ? [step.say] : []))
    expect(said).toEqual(['Hello', 'Goodbye', 'We help {people} of you, @contact.name.'])
    expect(steps.some((step) => 'do' in step)).toBe(true)
    expect(left.map(({ code }) => code).toSorted()).toEqual(['action', 'expression', 'languages'])
  })

  test('what is no such file is refused, and loops without an end are borne', () => {
    expect(rapidproFile.safeParse({ flows: [] }).success).toBe(false)
    const round = {
      ...{ uuid: 'f', name: 'Round' },
      nodes: [
        { uuid: 'a', exits: [exit('x', 'b')] },
        { uuid: 'b', exits: [exit('y', 'a')] },
      ],
    }
    const [flow] = rapidproFile.parse(round)
    expect(flow && fromRapidpro(flow).flow).toMatchObject({ steps: [{ id: 'carried_end' }] })
  })
})
