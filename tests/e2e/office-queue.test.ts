import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbedded } from '../../src/edge/storage/embedded/embedded.ts'
import { openPool, type Pool, rowsOf } from '../../src/edge/storage/pool.ts'
import { ADVISER, COLLEAGUE, deskOf, openCase, openQueue, rowOf } from '../support/adviser.ts'
import { askOnline } from '../support/ask-online.ts'
import { axe } from '../support/browser.ts'
import { PHONE, picture, type Visit, visitHouse, widthOf } from '../support/visit.ts'

let visit: Visit
let desk: BrowserContextOptions
let colleague: BrowserContextOptions
let lead: BrowserContextOptions
let server: Awaited<ReturnType<typeof startEmbedded>>
let database: Pool
const LEAD = { ...ADVISER, login: 'lead', name: '高远', role: 'supervisor' }

beforeAll(async () => {
  visit = await visitHouse()
  for (const person of [ADVISER, COLLEAGUE, LEAD]) await visit.house.hire(person)
  desk = await deskOf(visit, ADVISER)
  colleague = await deskOf(visit, COLLEAGUE)
  lead = await deskOf(visit, LEAD)
  server = await startEmbedded(visit.house.data)
  database = openPool({ url: server.url, role: 'hearth_turn', max: 2 })
})
afterAll(async () => {
  await database?.end()
  await server?.stop()
  await visit?.close()
})

const ask = async () => {
  const resident = await askOnline(visit.house.url, [[/最难的是什么/, '失业半年了，房租付不起']])
  for (const words of ['现在就交', '好']) await resident.say(words)
  return resident
}

/** Chooses an option of a list of antd by its words. */
async function choose(page: Page, label: string, option: string) {
  await page.getByRole('dialog').getByLabel(label).click()
  await page.locator('.ant-select-item-option', { hasText: option }).last().click()
}

test('a roster is set, a danger nobody answers for climbs with the clock, and stops when somebody does', async () => {
  await visit.open(lead, async (page) => {
    await page.goto('/console/roster')
    await page.getByRole('heading', { name: '值班和派单' }).waitFor()
    await page.getByRole('button', { name: '排班' }).click()
    await choose(page, '谁', '邓菲菲')
    await page.getByLabel('几点到岗').fill('00:00')
    await page.getByLabel('几点离岗').fill('23:59')
    await page.getByLabel('排几天').fill('7')
    await page.getByRole('checkbox', { name: '跳过休息日和节假日' }).uncheck()
    await page.getByRole('button', { name: '排上' }).click()
    await page.getByText('排了 7 个班').waitFor()
    await page.locator('table.week').getByText('邓菲菲').first().waitFor()
    await page.locator('section', { hasText: '现在谁在岗' }).getByText('邓菲菲').waitFor()
    const areas = page.locator('section', { hasText: '谁看哪些居委' })
    await areas.getByText('还没有人看').waitFor()
    await areas.getByLabel('邓菲菲').click()
    await page.locator('.ant-select-item-option', { hasText: '华院居委' }).last().click()
    await page.keyboard.press('Escape')
    await areas.getByRole('button', { name: '保存邓菲菲的居委' }).click()
    await areas.getByRole('button', { name: '保存邓菲菲的居委' }).waitFor({ state: 'detached' })
    await page.reload()
    await areas.locator('.ant-select-selection-item', { hasText: '华院居委' }).waitFor()
    expect(await axe(page, { contrast: 4.5 })).toEqual([])
    await picture(page, 'roster')
  })
  const resident = await ask()
  await resident.say('我不想活了')
  await visit.open(desk, async (page) => {
    await page.goto('/console')
    await page.locator('.crisis-bar').getByText('已叫居委和值班顾问').waitFor()
    await visit.open(lead, async (theirs) => {
      await rowsOf(database, `update alert set raised_at = raised_at - interval '15 minutes'`)
      await theirs.goto('/console')
      await theirs.locator('.crisis-bar').getByText('已升级到街道主管').waitFor()
      await theirs.locator('.today-notices').getByText('还没有人接手').waitFor()
    })
    await page.locator('.crisis-bar').getByRole('button', { name: '立即接手' }).click()
    await page.locator('.crisis-bar').waitFor({ state: 'detached' })
    await rowsOf(database, `update alert set raised_at = raised_at - interval '2 hours'`)
    const steps = await rowsOf(database, 'select step from escalation')
    expect(steps).toHaveLength(2)
  })
})

test('six cases are given to two advisers, who read why, and the resident reads who', async () => {
  await rowsOf(database, `update help_case set status = 'closed'`)
  await visit.open(colleague, async (page) => {
    await openQueue(page)
    await page.getByRole('button', { name: '未值班' }).click()
    await page.getByRole('button', { name: '值班中' }).waitFor()
  })
  await visit.open(lead, async (page) => {
    await page.goto('/console/roster')
    const rules = page.locator('section', { hasText: '自动派单' }).last()
    await rules.getByLabel('怎么派').click()
    await page.locator('.ant-select-item-option', { hasText: '轮流' }).click()
    await rules.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存').waitFor()
  })
  const residents = []
  for (let count = 0; count < 6; count++) residents.push(await ask())
  const mine = async (whose: BrowserContextOptions) => {
    let numbers: string[] = []
    await visit.open(whose, async (page) => {
      await page.goto('/console/mine')
      await page.locator('tr[data-number]').nth(2).waitFor({ timeout: 30_000 })
      numbers = await page.locator('tr[data-number] .row-link').allInnerTexts()
    })
    return numbers
  }
  const [one, two] = [await mine(desk), await mine(colleague)]
  expect([one.length, two.length]).toEqual([3, 3])
  expect(new Set([...one, ...two]).size).toBe(6)
  const said = (await residents[0]?.heard())?.map(({ text }) => text).join()
  expect(said).toMatch(/邓菲菲|姜胤/)
  await visit.open(desk, async (page) => {
    await openCase(page, one[0] ?? '')
    await page.locator('.history').getByText('系统派单：轮流').waitFor()
  })
})

test('today shows clocks, letters and changes, and is walked through by keys', async () => {
  const numbers = await numbersOf(desk)
  await visit.open(desk, async (page) => {
    await page.goto('/console')
    await page.getByRole('heading', { name: /^今天/ }).waitFor()
    await page
      .locator('.today-clocks')
      .getByText(numbers[0] ?? '')
      .first()
      .waitFor()
    await page.locator('.today-changes').waitFor()
    await page.locator('.today-unread').waitFor({ state: 'detached' })
    expect(await axe(page, { contrast: 4.5 })).toEqual([])
    await picture(page, 'today')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.locator('.case-head').waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await page.getByRole('heading', { name: /^今天/ }).waitFor()
  })
  await visit.open({ ...desk, ...PHONE }, async (page) => {
    await page.goto('/console')
    await page.getByRole('heading', { name: /^今天/ }).waitFor()
    expect(await widthOf(page)).toBeLessThanOrEqual(375)
    await page.goto('/console/roster')
    await page.locator('table.week').waitFor()
    expect(await widthOf(page)).toBeLessThanOrEqual(375)
  })
})

test('a view is kept under a name and found again by the command box in pinyin', async () => {
  await visit.open(desk, async (page) => {
    await page.goto('/console/team?filter=overdue')
    await page.getByRole('heading', { name: '全部在办' }).waitFor()
    await page.getByRole('button', { name: '存为视图' }).click()
    await page.getByLabel('名字').fill('过了时限')
    await page.getByRole('checkbox', { name: /同事共用/ }).check()
    await page.getByRole('button', { name: '存下' }).click()
    await page.locator('.views').getByRole('link', { name: '过了时限' }).waitFor()
    expect(await axe(page, { contrast: 4.5 })).toEqual([])
  })
  await visit.open(colleague, async (page) => {
    await openQueue(page)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /姓名/ }).fill('glsx')
    await page.getByRole('option', { name: /过了时限/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /超时/, pressed: true }).waitFor()
  })
})

test('a household is found in the command box, and a colleague’s cases in the team’s list', async () => {
  const numbers = await numbersOf(colleague)
  await visit.open(desk, async (page) => {
    await page.goto('/console/team')
    await page.getByLabel('某位同事').click()
    await page.locator('.ant-select-item-option', { hasText: '姜胤' }).click()
    await page.getByRole('heading', { name: '姜胤 的个案' }).waitFor()
    await rowOf(page, numbers[0] ?? '').waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /姓名/ }).fill(numbers[0] ?? '')
    await page
      .getByRole('option', { name: /一户一档/ })
      .first()
      .click()
    await page.locator('.file-head').waitFor()
  })
})

async function numbersOf(whose: BrowserContextOptions): Promise<readonly string[]> {
  let numbers: readonly string[] = []
  await visit.open(whose, async (page) => {
    await page.goto('/console/mine')
    await page.locator('tr[data-number]').first().waitFor()
    numbers = await page.locator('tr[data-number] .row-link').allInnerTexts()
  })
  return numbers
}

test('who needs much, gets nothing and does not ask stands on a list of its own', async () => {
  const { number } = await ask()
  await rowsOf(
    database,
    `update help_case set grade = 'high', confirmed_at = now() - interval '190 days',
       opened_at = now() - interval '200 days' where number = $1`,
    [number],
  )
  await rowsOf(
    database,
    `update case_event set at = at - interval '200 days'
       where case_id = (select id from help_case where number = $1)`,
    [number],
  )
  for (const size of [{}, PHONE]) {
    await visit.open({ ...desk, ...size }, async (page) => {
      await page.goto('/console/silent')
      await page.getByRole('heading', { name: '沉默的少数' }).waitFor()
      const row = page.getByRole('row', { name: new RegExp(number) })
      await row.getByText('从没有').waitFor()
      expect(await axe(page, { contrast: 4.5 })).toEqual([])
      expect(await widthOf(page)).toBe(page.viewportSize()?.width)
      await picture(page, `silent-${page.viewportSize()?.width}`)
      await row.getByRole('link', { name: '安排上门' }).click()
      await page.getByRole('link', { name: '回访和服务' }).waitFor()
    })
  }
})
