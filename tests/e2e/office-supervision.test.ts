import { readFile } from 'node:fs/promises'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADVISER, deskOf } from '../support/adviser.ts'
import { askOnline } from '../support/ask-online.ts'
import { axe } from '../support/browser.ts'
import { PHONE, picture, type Visit, visitHouse, widthOf } from '../support/visit.ts'

/** Records are drawn, scored, sent back and looked at again; the register flags a street. */

const LEAD = { ...ADVISER, login: 'lead', name: '陆主管', role: 'supervisor' }

let visit: Visit
let desk: BrowserContextOptions
let lead: BrowserContextOptions
beforeAll(async () => {
  visit = await visitHouse()
  for (const person of [ADVISER, LEAD]) await visit.house.hire(person)
  desk = await deskOf(visit, ADVISER)
  lead = await deskOf(visit, LEAD)
})
afterAll(() => visit?.close())

const ask = () => askOnline(visit.house.url, [[/最难的是什么/, '失业半年了，房租付不起']])

async function looksRight(page: Page, name: string) {
  await picture(page, `office-${name}`)
  expect([name, await axe(page, { contrast: 4.5 })]).toEqual([name, []])
  expect(await widthOf(page)).toBe(page.viewportSize()?.width)
}

test('a record is drawn, goes back with its reason, is corrected, looked at again and passes', async () => {
  const { number } = await ask()
  await visit.open(desk, async (page) => {
    await page.goto(`/console/visit/${number}`)
    await page.getByLabel('见到了谁').fill('本人')
    await page.getByLabel('记一句').fill('去过了')
    await page.getByRole('button', { name: '写完，送出' }).click()
    await page.getByText('送到了').waitFor()
  })
  await visit.open(lead, async (page) => {
    await page.goto('/console/supervision')
    await page.getByRole('button', { name: '抽', exact: true }).click()
    await page.getByText('抽到 1 条').waitFor()
    await page.getByRole('button', { name: /^检查邓菲菲/ }).click()
    await page.getByLabel('打分').fill('40')
    await page.getByLabel('评语').fill('没写家里怎么样')
    await looksRight(page, 'supervision')
    await page.getByRole('button', { name: '退回改正' }).click()
    await page.locator('[data-state="returned"]').getByText('没写家里怎么样').waitFor()
  })
  await visit.open(desk, async (page) => {
    await page.goto('/console/supervision')
    await page.locator('[data-state="returned"]').getByText('没写家里怎么样').waitFor()
    await page.getByRole('button', { name: /^改正 / }).click()
    await page.getByLabel('记录改成').fill('去过了，家里干净，药够吃一个月')
    await page.getByLabel('改了什么').fill('补了家里的情况')
    await page.getByRole('button', { name: '交回复查' }).click()
    await page.locator('[data-state="corrected"]').waitFor()
  })
  await visit.open({ ...lead, ...PHONE }, async (page) => {
    await page.goto('/console/supervision')
    await page.locator('[data-state="corrected"]').getByText('药够吃一个月').waitFor()
    await page.getByRole('button', { name: /^检查邓菲菲/ }).click()
    await page.getByLabel('打分').fill('90')
    await page.getByRole('button', { name: '通过' }).click()
    await page.locator('[data-state="passed"]').waitFor()
    const row = page.getByRole('row', { name: /^邓菲菲/ })
    expect(await row.getByRole('cell').allTextContents()).toEqual(['1', '1', '0', '1', '0', '90'])
    await looksRight(page, 'supervision-phone')
  })
})

test('a month is taken out as a ledger, and the week is seen by committee', async () => {
  const { number } = await ask()
  await visit.open(desk, async (page) => {
    await page.goto(`/console/visit/${number}`)
    await page.getByLabel('记一句').fill('送了药，=2+3')
    await page.getByRole('button', { name: '写完，送出' }).click()
    await page.getByText('送到了').waitFor()
  })
  await visit.open({ ...lead, acceptDownloads: true }, async (page) => {
    await page.goto('/console/ledgers')
    await page.getByLabel('用途').fill('给区里的月报')
    await page.keyboard.press('Enter')
    const row = page.getByRole('row', { name: new RegExp(number) })
    await row.getByText('送了药，=2+3').waitFor()
    expect(await page.locator('p.mark').textContent()).toMatch(/陆主管.*给区里的月报/)
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '存成表格（CSV）' }).click()
    const csv = await readFile(await (await saved).path(), 'utf8')
    expect(csv.startsWith('\uFEFF"服务台账')).toBe(true)
    expect(csv).toContain(`"${number}"`)
    await looksRight(page, 'ledgers')
    await page.goto('/console/board')
    const all = page.getByRole('row', { name: /^合计/ }).getByRole('cell')
    await all.first().waitFor()
    expect(Number(await all.first().textContent())).toBeGreaterThan(0)
    await page.getByLabel(/给外面看的数/).check()
    expect(await all.allTextContents()).toSatisfy((cells: string[]) =>
      cells.every((cell) => cell === '' || cell === '1–4' || Number(cell) % 5 === 0),
    )
    await looksRight(page, 'board')
  })
})

test('the register flags a street until two of its advisers are registered', async () => {
  const { number } = await ask()
  await visit.open(lead, async (page) => {
    await page.goto('/console/register')
    await page.locator('[data-street="310105001"]').getByText('备案 0 名').waitFor()
    for (const name of ['邓菲菲', '陆主管']) {
      await page.getByRole('button', { name: `改${name}的备案` }).click()
      await page.getByLabel('备案日期').fill('2026-01-15')
      await page.getByRole('button', { name: '保存' }).click()
      await page.getByRole('row', { name }).getByText('2026-01-15 备案').waitFor()
    }
    await page.locator('[data-street="310105001"]').waitFor({ state: 'detached' })
    await page.locator('[data-street="310105002"]').waitFor()
    const form = page.getByRole('form', { name: '加一户' })
    await form.getByLabel('求助编号').fill(number)
    await form.getByLabel('为什么').fill('独居失能')
    await form.getByRole('button', { name: '标为重点帮扶' }).click()
    await page.getByText('陆主管 负责，帮扶 0 次').waitFor()
    await looksRight(page, 'register')
  })
})
