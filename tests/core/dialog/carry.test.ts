import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseCondition } from '../../../src/core/conditions/parse.ts'
import type { FlowDraft } from '../../../src/core/dialog/carry/flow-draft.ts'
import { fromRapidpro } from '../../../src/core/dialog/carry/from-rapidpro.ts'
import { fromXlsform } from '../../../src/core/dialog/carry/from-xlsform.ts'
import {
  olderRapidproFile,
  rapidproFile,
} from '../../../src/core/dialog/carry/rapidpro/rapidpro-file.ts'
import { toXlsform } from '../../../src/core/dialog/carry/to-xlsform.ts'
import { fromXpath, toXpath } from '../../../src/core/dialog/carry/xpath.ts'
import { questionsOf } from '../../../src/core/dialog/flow/flow-bundle.ts'
import { type Flow, flowSchema } from '../../../src/core/dialog/flow/schema.ts'
import { lostIn, partsOf } from '../../support/lost-in-carrying.ts'
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

  test('columns of every writing, groups within groups, and what the form program alone knows', () => {
    const long = '很长的说明。'.repeat(80)
    const { flow, left } = fromXlsform({
      settings: [{ form_title: 'Odd', version: '3', default_language: 'Français' }],
      choices: [
        { 'list name': 'yn', NAME: 'y', 'label:Français': 'Oui', 'label:English': 'Yes' },
        {
          'list name': 'yn',
          NAME: 'n',
          'label:Français': 'Non',
          'media::image::Français': 'n.png',
        },
      ],
      survey: [
        { TYPE: 'Note', name: 'intro', 'LABEL : Français': long },
        { TYPE: 'select one yn', NAME: 'Has-Child', 'LABEL : Français': 'Des enfants ?' },
        { TYPE: 'begin_group', NAME: 'children', relevance: `${of('Has-Child')} = 'y'` },
        { TYPE: 'begin group', NAME: 'age', relevant: `${of('total')} > 1` },
        { TYPE: 'integer', NAME: 'age', hint: 'En années', constraint: '(. > 0 and . < 19)' },
        { TYPE: 'end group' },
        { TYPE: 'range', NAME: 'pain', parameters: 'start=1 end=10 step=1', required: 'yes' },
        { TYPE: 'end_group' },
        { TYPE: 'select_multiple_from_file shops.csv', NAME: 'shops', choice_filter: 'town = 1' },
        { TYPE: 'int', NAME: 'age', relevant: `${of('Has-Child')} = 'n'`, appearance: 'numbers' },
        {
          TYPE: 'note',
          NAME: 'bye',
          'LABEL : Français': `Merci ${of('Has-Child')} ${of('total')}`,
        },
      ],
    })
    const { steps, slots } = flowSchema.parse(flow)
    const asked = (id: string) => steps.find((step) => step.id === id)
    expect(steps.filter((step) => 'say' in step)).toHaveLength(3)
    expect(asked('has_child')).toMatchObject({ options: { y: { label: 'Oui' } } })
    expect(asked('age')).toMatchObject({
      ...{ ask: 'En années', check: { min: 1, max: 18 }, when: 'has_child = "y"' },
    })
    expect(asked('pain')).toMatchObject({ check: { min: 1, max: 10 }, when: 'has_child = "y"' })
    expect(asked('age_2')).toMatchObject({ into: 'age_2', when: 'has_child = "n"' })
    expect(asked('bye')).toMatchObject({ say: `Merci {has_child} ${of('total')}` })
    expect(Object.keys(slots)).toEqual(['has_child', 'age', 'pain', 'age_2'])
    const told = left.map(({ code, what }) => `${code} ${what}`)
    expect(told.toSorted()).toEqual([
      `condition ${of('total')} > 1`,
      'condition choice_filter: town = 1',
      `expression ${of('total')}`,
      'languages English',
      'question_kind select_multiple_from_file shops.csv',
      'setting appearance: numbers',
      'setting image',
      'setting version',
    ])
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

describe('RapidPro, whatever stands in it', () => {
  const count = { ids: 0 }
  const next = (name: string) => {
    count.ids += 1
    return `${name}${count.ids}`
  }
  const exit = (to?: string) => ({ uuid: next('e'), destination_uuid: to ?? null })
  const says = (text: string, more: object = {}) => ({ type: 'send_msg', text, ...more })
  type Way = { readonly name: string; readonly to?: string; readonly tests?: readonly object[] }

  /** A router with its categories, exits and cases; the last way is that of all others. */
  function parting(uuid: string, ways: readonly Way[], router: object, actions: object[] = []) {
    const made = ways.map(({ name, to, tests = [] }) => ({
      ...{ category: next('k'), way: exit(to), name, tests },
    }))
    return {
      ...{ uuid, actions, exits: made.map(({ way }) => way) },
      router: {
        ...{ type: 'switch', operand: '@input.text', ...router },
        cases: made.flatMap(({ category, tests }) =>
          tests.map((test) => ({ uuid: next('c'), category_uuid: category, ...test })),
        ),
        categories: made.map(({ category, name, way }) => ({
          ...{ uuid: category, name, exit_uuid: way.uuid },
        })),
        default_category_uuid: made.at(-1)?.category,
      },
    }
  }
  const word = (...said: string[]) => ({ type: 'has_any_word', arguments: said })
  const msg = (more: object = {}) => ({ wait: { type: 'msg', ...more } })
  const flowOf = (...nodes: object[]) => ({
    uuid: 'f',
    name: '流程 Flow',
    type: 'messaging',
    nodes,
  })
  const carried = (given: object) => {
    const [flow] = rapidproFile.parse(given)
    if (!flow) throw new Error('no flow')
    const draft = fromRapidpro(flow)
    expect(lostIn(given, draft)).toEqual([])
    return { ...draft, flow: flowSchema.parse(draft.flow) }
  }

  test('answers without Latin letters, two of one name, and what else may be written', () => {
    const ways = [
      { name: '有', to: 'b', tests: [word('有'), { type: 'has_number_eq', arguments: ['1'] }] },
      { name: '没有', to: 'b', tests: [word('没有')] },
      { name: 'A!', to: 'b', tests: [word('a')] },
      { name: 'A?', to: 'b', tests: [word('b')] },
      { name: '别的', to: 'c' },
    ]
    const { flow, left } = carried(
      flowOf(
        parting('a', ways, { ...msg(), result_name: '饭' }, [says('有饭吃吗？')]),
        parting('b', [{ name: 'All Responses', to: 'd' }], { ...msg(), result_name: 'why' }, [
          says('为什么？'),
        ]),
        { uuid: 'd', actions: [says('好')], exits: [exit()] },
        { uuid: 'c', actions: [says('没听懂')], exits: [exit('a')] },
      ),
    )
    const [ask] = flow.steps
    expect(ask).toMatchObject({ ask: '有饭吃吗？', miss: '没听懂' })
    const options = ask && 'options' in ask ? Object.values(ask.options ?? {}) : []
    expect(options.map(({ label }) => label)).toEqual(['有', '没有', 'A!', 'A?'])
    expect(new Set(options.map(({ goto }) => goto)).size).toBe(1)
    expect(left).toEqual([])
  })

  test('what happens when nobody answers, calls, other flows, tickets, files and buttons are told', () => {
    const late = { seconds: 600, category_uuid: '' }
    const asks = parting(
      'a',
      [
        { name: 'Few', to: 'b', tests: [{ type: 'has_number_lt', arguments: ['3'] }] },
        { name: 'Many', to: 'c', tests: [{ type: 'has_number_gte', arguments: ['3'] }] },
        { name: 'No Response', to: 'd' },
      ],
      { ...msg({ timeout: late, hint: { type: 'digits', count: 1 } }), result_name: 'Children' },
      [
        says('How many children?', {
          quick_replies: ['1', { text: '2' }],
          attachments: ['image:x'],
        }),
      ],
    )
    late.category_uuid = asks.router.default_category_uuid ?? ''
    const { flow, left } = carried({
      ...flowOf(
        asks,
        parting(
          'b',
          [
            { name: 'Complete', to: 'e' },
            { name: 'Expired', to: 'd' },
          ],
          {
            operand: '@child.status',
          },
          [{ type: 'enter_flow', flow: { uuid: 'x', name: 'Register' } }],
        ),
        {
          uuid: 'c',
          actions: [{ type: 'open_ticket', body: 'Many children' }],
          exits: [exit('e')],
        },
        { uuid: 'd', actions: [says('Write when you can.')], exits: [exit()] },
        parting(
          'e',
          [
            { name: 'Members', to: 'd' },
            { name: 'Other', to: 'f' },
          ],
          {
            operand: '@contact.groups',
          },
          [{ type: 'set_run_result', name: 'Done', value: 'yes' }],
        ),
        { uuid: 'f', actions: [says(`${'Long words. '.repeat(60)}`)], exits: [exit()] },
        { uuid: 'z', actions: [says('Nobody comes here.')], exits: [exit()] },
      ),
      ...{ expire_after_minutes: 720, type: 'voice', localization: { spa: {} } },
    })
    expect(new Set(left.map(({ code }) => code))).toEqual(
      new Set([
        ...['languages', 'setting', 'timeout', 'question_kind', 'quick_reply', 'attachment'],
        ...['check', 'action', 'split', 'calculation', 'unreached', 'jump'],
      ]),
    )
    const said = flow.steps.flatMap((step) => ('say' in step ? [step.say] : []))
    expect(said).toContain('Write when you can.')
    expect(said.filter((text) => text.startsWith('Long words.'))).toHaveLength(2)
    expect(flow.steps.some((step) => 'do' in step)).toBe(true)
  })

  test('the form before version 13 has its answers at the exits; before that it is another one', () => {
    const old = flowOf({
      ...{ uuid: 'a', actions: [says('Coffee?')] },
      exits: [
        { uuid: 'y', name: 'Yes', destination_uuid: null },
        { uuid: 'n', name: 'Other', destination_uuid: 'a' },
      ],
      router: {
        ...{ type: 'switch', operand: '@input.text', wait: { type: 'msg' } },
        cases: [{ uuid: 'c', type: 'has_any_word', arguments: ['yes'], exit_uuid: 'y' }],
        default_category_uuid: 'n',
      },
    })
    expect(carried(old).flow.steps[0]).toMatchObject({
      ask: 'Coffee?',
      options: { yes: { words: ['yes'] }, other: { label: 'Other' } },
    })
    const older = { version: '11.12', flows: [{ action_sets: [], rule_sets: [], metadata: {} }] }
    expect(rapidproFile.safeParse(older).success).toBe(false)
    expect(olderRapidproFile.safeParse(older).success).toBe(true)
  })

  /** As if nothing had been told: what is lost then was not carried. */
  const untold = (draft: FlowDraft): FlowDraft => ({ ...draft, left: [] })
  const folder = process.env.HEARTH_RAPIDPRO_SAMPLES ?? ''
  test.skipIf(folder === '')(
    `exports of a folder${folder === '' ? ' (none: HEARTH_RAPIDPRO_SAMPLES is not set)' : ''} lose nothing without a word`,
    () => {
      const sum = { files: 0, refused: 0, flows: 0, nodes: 0, parts: 0, carried: 0 }
      for (const name of readdirSync(folder)) {
        sum.files += 1
        const given: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'))
        const read = rapidproFile.safeParse(given)
        if (!read.success) {
          sum.refused += 1
          continue
        }
        for (const flow of read.data) {
          const draft = fromRapidpro(flow)
          expect(flowSchema.safeParse(draft.flow).error?.issues, name).toBeUndefined()
          expect(lostIn({ flows: [flow] }, draft), name).toEqual([])
          sum.flows += 1
          sum.nodes += flow.nodes.length
          sum.parts += partsOf(flow).length
          sum.carried += partsOf(flow).length - lostIn({ flows: [flow] }, untold(draft)).length
        }
      }
      process.stdout.write(`${JSON.stringify(sum)}\n`)
      expect(sum.flows).toBeGreaterThan(0)
    },
  )
})
