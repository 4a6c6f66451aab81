import { readFile } from 'node:fs/promises'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADVISER, deskOf, openCase } from '../support/adviser.ts'
import { askOnline } from '../support/ask-online.ts'
import { axe } from '../support/browser.ts'
import { PHONE, picture, type Visit, visitHouse, widthOf } from '../support/visit.ts'

let visit: Visit
let desk: BrowserContextOptions
beforeAll(async () => {
  visit = await visitHouse()
  await visit.house.hire(ADVISER)
  desk = await deskOf(visit, ADVISER)
})
afterAll(() => visit?.close())

const ask = () => askOnline(visit.house.url, [[/最难的是什么/, '失业半年了，房租付不起']])

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '档案的各部分' }).getByRole('link', { name }).click()

const save = async (page: Page) => {
  const box = page.getByRole('dialog')
  await box.getByRole('button', { name: '保存' }).click()
  await box.waitFor({ state: 'hidden' })
}

test('a file is opened from its case, written, joined with another, parted, printed', async () => {
  const { number } = await ask()
  const { number: other } = await ask()
  await visit.open(desk, async (page) => {
    await openCase(page, number)
    await page.keyboard.press('p')
    await page.waitForURL(/households\/[0-9a-f-]{36}\/plan$/)
    await page.getByRole('navigation', { name: '档案的各部分' }).waitFor()
    await page.keyboard.press('v')
    await page.waitForURL(/\/visits$/)
    await page.getByRole('navigation', { name: '档案的各部分' }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.case-head').waitFor()
    await page.getByRole('link', { name: '打开一户一档' }).click()
    await page.getByRole('heading', { name: number }).waitFor()

    await tab(page, '成员')
    await page.getByRole('button', { name: '加成员' }).click()
    const box = page.getByRole('dialog')
    await box.getByLabel('姓名').fill('李建民')
    await box.getByLabel('出生').fill('1944')
    await box.getByLabel('身份证号').fill('31010519440302002X')
    await save(page)
    const card = page.getByRole('article', { name: '李建民' })
    await card.getByText('**************002X').waitFor()
    await card.getByRole('button', { name: '显示' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '显示' }).click()
    await card.getByText('31010519440302002X').waitFor()
    expect(await axe(page, { contrast: 4.5 })).toEqual([])
    await picture(page, 'file-members')

    await tab(page, '受助')
    for (const department of ['民政', '街道']) {
      await page.getByRole('button', { name: '加一项受助' }).click()
      await page.getByRole('dialog').getByLabel('项目').fill('低保金')
      await page.getByRole('dialog').getByLabel('谁给的').fill(department)
      await page.getByRole('dialog').getByLabel('每次多少元').fill('1595')
      await save(page)
    }
    await page.getByText('“低保金”重复').waitFor()
    await page.getByText('合计 3,190 元').waitFor()
    expect(await page.locator('tr').filter({ hasText: '重复' }).count()).toBe(2)
    expect(await axe(page, { contrast: 4.5 })).toEqual([])
    await picture(page, 'file-benefits')

    await tab(page, '需求')
    await page.getByRole('button', { name: '加一项需求' }).click()
    await page.getByRole('dialog').getByLabel('需要什么').fill('要人陪诊')
    await save(page)
    await page.getByRole('button', { name: '“要人陪诊”改为在办' }).click()
    await page.locator('li').filter({ hasText: '要人陪诊' }).getByText('在办').first().waitFor()

    await tab(page, '概况')
    await page.getByRole('button', { name: `看一看，再合并 ${other}` }).click()
    const joining = page.getByRole('dialog')
    await joining.getByText('成员：李建民').waitFor()
    await joining.getByLabel('怎么知道是').fill('父女，同住')
    await joining.getByRole('button', { name: '合并', exact: true }).click()
    await joining.waitFor({ state: 'hidden' })
    const cases = page.getByRole('region', { name: '求助' })
    await cases.getByRole('link', { name: other }).click()
    await page.getByRole('link', { name: '打开一户一档' }).click()
    await page.getByRole('heading', { name: number }).waitFor()
    expect(await axe(page, { contrast: 4.5 })).toEqual([])
    await picture(page, 'file-overview')

    await tab(page, '往来')
    await page.getByText('新记：受助（在册）').first().waitFor()
    await page.getByText('居民同意记录信息').first().waitFor()

    await tab(page, '概况')
    await page.getByRole('button', { name: '拆分' }).click()
    await cases.getByRole('link', { name: other }).waitFor({ state: 'detached' })

    await page.getByRole('button', { name: '导出档案' }).click()
    const exporting = page.getByRole('dialog')
    await exporting.getByLabel('导出什么').selectOption('benefits')
    const saving = page.waitForEvent('download')
    await exporting.getByRole('button', { name: '导出', exact: true }).click()
    const saved = await readFile(await (await saving).path(), 'utf8')
    expect(saved).toMatch(/^\uFEFF"暖心屋档案 .*邓菲菲.*居民要自己的一份/)
    expect(saved).toContain('"低保金","街道"')
    expect(saved).toContain('"资金"')

    await page.getByRole('link', { name: '打印档案' }).click()
    await page.getByRole('heading', { name: '打印档案' }).waitFor()
    await page.getByRole('button', { name: '显示' }).click()
    await page.getByText('邓菲菲 于').waitFor()
    const sheet = page.getByRole('article', { name: '打印档案' })
    await sheet.getByText('李建民').first().waitFor()
    expect(await sheet.innerText()).not.toMatch(/31010519440302002X|1\d{10}/)
    expect(await axe(page, { contrast: 4.5 })).toEqual([])
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: '显示' }).isVisible()).toBe(false)
    expect(await page.locator('.top-bar').isVisible()).toBe(false)
    await picture(page, 'file-print')
  })
})

test('on a phone each part of the file fits, and is free of barriers', async () => {
  const { number } = await ask()
  await visit.open({ ...desk, ...PHONE }, async (page) => {
    for (const part of ['overview', 'members', 'assessments', 'needs', 'benefits', 'timeline']) {
      await page.goto(`/console/households/${number}/${part}`)
      await page.getByRole('heading', { level: 2 }).first().waitFor()
      expect(await widthOf(page), part).toBeLessThanOrEqual(375)
      expect(await axe(page, { contrast: 4.5 }), part).toEqual([])
      await picture(page, `file-phone-${part}`)
    }
  })
})
