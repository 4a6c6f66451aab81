import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADVISER, COLLEAGUE, claimCase, deskOf } from '../support/adviser.ts'
import { askOnline } from '../support/ask-online.ts'
import { axe } from '../support/browser.ts'
import { aPicture } from '../support/pictures.ts'
import { PHONE, picture, type Visit, visitHouse, widthOf } from '../support/visit.ts'

/** Urgent aid at the door under two persons; partners answer by a link; a case waits for other offices. */

const LEAD = { ...ADVISER, login: 'lead', name: '陆主管', role: 'supervisor' }

let visit: Visit
let desk: BrowserContextOptions
let phone: BrowserContextOptions
let second: BrowserContextOptions
let lead: BrowserContextOptions
beforeAll(async () => {
  visit = await visitHouse()
  for (const person of [ADVISER, COLLEAGUE, LEAD]) await visit.house.hire(person)
  desk = await deskOf(visit, ADVISER)
  phone = { ...desk, ...PHONE }
  second = { ...(await deskOf(visit, COLLEAGUE)), ...PHONE }
  lead = await deskOf(visit, LEAD)
})
afterAll(() => visit?.close())

const ask = () => askOnline(visit.house.url, [[/最难的是什么/, '老伴的药快断了，没有钱买']])

async function looksRight(page: Page, name: string): Promise<void> {
  await picture(page, `office-${name}`)
  expect([name, await axe(page, { contrast: 4.5 })]).toEqual([name, []])
  expect(await widthOf(page)).toBe(page.viewportSize()?.width)
}

/** The lead opens the petty cash of a committee and puts money in. */
async function fillCash(number: string, yuan: string): Promise<void> {
  await visit.open(lead, async (page) => {
    await page.goto(`/console/visit/aid/${number}`)
    const committee = await page.locator('.aid-page p .soft').first().textContent()
    await page.goto('/console/aid')
    await page.getByText('开户').first().click()
    await page.getByLabel('居委').selectOption({ label: committee ?? '' })
    await page.getByRole('button', { name: '开户' }).click()
    await page.getByText(`${committee}：余额 0 元，每次最多 2000 元`).click()
    await page.getByLabel('补入（元）').fill(yuan)
    await page.getByRole('button', { name: '补入', exact: true }).click()
    await page.getByText(`${committee}：余额 ${yuan} 元`).waitFor()
    await looksRight(page, 'petty-cash')
  })
}

async function photograph(page: Page, label: string): Promise<void> {
  const photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await aPicture() }
  await page.getByLabel(label).setInputFiles([photo])
}

test('urgent aid on a phone: verified, photographed, asked for, paid by a second person, receipted, finished', async () => {
  const { number } = await ask()
  await fillCash(number, '3000')
  await visit.open(
    phone,
    async (page) => {
      await page.goto(`/console/visit/aid/${number}`)
      await page.getByText('突发重病').click()
      await page.getByRole('button', { name: '开始', exact: true }).click()
      await page.getByRole('button', { name: '核实无误' }).click()
      await page.getByText('身份：看过身份证；住处：上门看过').waitFor()
      await photograph(page, '拍照或选照片')
      await page.getByText('已有：身份证').waitFor()
      expect(await page.getByLabel('姓名').inputValue()).not.toBe('')
      await page.getByLabel('身份证号').fill('310105194401010021')
      await page.getByRole('button', { name: '保存申请书' }).click()
      await page.getByText('申请书已保存').waitFor()

      await page.getByLabel('金额（元）').fill('2000.01')
      await page.getByRole('button', { name: '提请支付' }).click()
      await page.locator('[role=alert]', { hasText: '超过了每次可以支付的上限' }).first().waitFor()
      expect(await page.getByLabel('金额（元）').getAttribute('aria-invalid')).toBe('true')
      await looksRight(page, 'aid-over-limit')
      await page.getByLabel('金额（元）').fill('800')
      await page.getByRole('button', { name: '提请支付' }).click()
      await page.getByText('您提请的，要由另一位同事确认。').waitFor()
      expect(await page.getByRole('button', { name: /确认支付/ }).count()).toBe(0)
    },
    [/409/],
  )
  await visit.open(second, async (page) => {
    await page.goto('/console/aid')
    await page
      .locator('.aid-page')
      .getByRole('link', { name: new RegExp(number) })
      .click()
    await page.getByRole('button', { name: '确认支付 800 元' }).click()
    await page.getByText('已支付 800 元。').waitFor()
    await looksRight(page, 'aid-paid')
  })
  await visit.open(phone, async (page) => {
    await page.goto(`/console/visit/aid/${number}`)
    await page.getByText('还缺：临时救助申请书（签字）、领款收条').first().waitFor()
    await photograph(page, '拍下收条')
    await page.getByText('收条已留存').waitFor()
    await page.getByLabel('这是什么材料').selectOption({ label: '临时救助申请书（签字）' })
    await photograph(page, '拍照或选照片')
    await page.getByRole('button', { name: '程序办结' }).click()
    await page.getByText('程序已经补齐。').waitFor()
    await page.getByRole('link', { name: '打印申请书' }).click()
    await page.getByRole('cell', { name: '310105194401010021' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.main-nav').isVisible()).toBe(false)
  })
  await visit.open(lead, async (page) => {
    await page.goto('/console/aid')
    await page.getByText(/第二人确认支付 \d+ 分钟/).waitFor()
    await page.getByText(/余额 2200 元/).click()
    await page.getByText('流水').click()
    await page.getByText('账目相符').waitFor()
  })
})

test('a refusal is told with its reasons and with what may be done against it', async () => {
  const { number } = await ask()
  await visit.open(phone, async (page) => {
    await page.goto(`/console/visit/aid/${number}`)
    await page.getByRole('button', { name: '开始', exact: true }).click()
    await page.getByText('不予救助', { exact: true }).click()
    await page.getByLabel('已有其他救助').check()
    await page.getByRole('button', { name: '确定不予救助' }).click()
    await page.getByRole('link', { name: '打印告知书' }).click()
    await page.getByText(/六十日内，向长宁区人民政府申请行政复议/).waitFor()
    await looksRight(page, 'aid-letter')
  })
})

test('a partner answers a referral by its link, seeing only what was chosen', async () => {
  const { number } = await ask()
  let link = ''
  await visit.open(desk, async (page) => {
    await page.goto(`/console/households/${number}/outside`)
    await page.getByRole('button', { name: '转介给合作单位' }).click()
    const box = page.getByRole('dialog', { name: '转介给合作单位' })
    await box.getByLabel('请对方做什么').fill('每周送一次餐')
    await box.getByLabel('姓名').uncheck()
    await box.locator('.outside-preview', { hasText: '居委' }).waitFor()
    await box.getByLabel(/谁同意了什么/).fill('本人当面同意')
    await looksRight(page, 'referral')
    await box.getByRole('button', { name: '发出' }).click()
    link = (await page.locator('.outside-link').textContent()) ?? ''
    await page.getByRole('button', { name: '好的' }).click()
    await page.getByText('待接收').waitFor()
  })
  await visit.open(PHONE, async (page) => {
    await page.goto(link)
    await page.getByText('每周送一次餐').waitFor()
    expect(await page.locator('dt').allTextContents()).toEqual(['所在居委'])
    await looksRight(page, 'partner-link')
    await page.getByRole('button', { name: '接下来' }).click()
    await page.getByText('已经接下了').waitFor()
    await page.getByLabel(/做了什么/).fill('送了四次')
    await page.getByLabel(/帮了多少钱/).fill('120')
    await page.getByRole('button', { name: '办好了' }).click()
    await page.getByText('已经告诉顾问了').waitFor()
  })
  await visit.open(
    PHONE,
    async (page) => {
      const gone = await page.goto(link)
      expect(gone?.status()).toBe(404)
    },
    [/404/],
  )
  await visit.open(desk, async (page) => {
    await page.goto(`/console/households/${number}/outside`)
    await page.getByText('对方帮了 120 元').waitFor()
    await page.getByText('答复：送了四次').waitFor()
  })
})

test('a case is not closed while another office has not answered, and the way there is shown', async () => {
  const { number } = await ask()
  await visit.open(
    desk,
    async (page) => {
      await claimCase(page, number)
      await page.goto(`/console/households/${number}/outside`)
      await page.getByRole('button', { name: '请部门协办' }).click()
      const box = page.getByRole('dialog', { name: '请部门协办' })
      await box.getByLabel('请对方做什么').fill('请核对参保')
      await box.getByRole('button', { name: '发出' }).click()
      await page.getByRole('button', { name: '好的' }).click()
      await page.goto(`/console/cases/${number}`)
      await page.locator('.case-head').getByRole('button', { name: '结案' }).click()
      const closing = page.getByRole('dialog', { name: '结案' })
      await closing.getByText('还有 1 件协办没有答复').waitFor()
      await closing.getByRole('button', { name: '结案' }).click()
      await page.getByText(/还有协办事项没有答复，不能结案/).waitFor()
      await closing.getByRole('link', { name: '去处理' }).click()
      await page.getByRole('button', { name: '记下答复' }).click()
      const answer = page.getByRole('dialog', { name: /记下答复/ })
      await answer.getByLabel('对方怎么说').fill('已经参保')
      await answer.getByRole('button', { name: '保存' }).click()
      await page.getByText('答复：已经参保').waitFor()
    },
    [/409/],
  )
})

test('the registration is written on the file, and each need is led to the street that takes it', async () => {
  const { number } = await ask()
  await visit.open(desk, async (page) => {
    await page.goto(`/console/households/${number}/outside`)
    await page.getByText('要先问清户籍').first().waitFor()
    await page.getByRole('button', { name: '户籍', exact: true }).click()
    const box = page.getByRole('dialog', { name: '户籍' })
    await box.getByLabel('户籍情况').selectOption({ label: '本市户籍' })
    await box.getByLabel('户籍所在街道').selectOption({ label: '长宁区 江苏路街道' })
    await box.getByRole('button', { name: '保存' }).click()
    await page.getByText('按户籍地').first().waitFor()
    await page.getByRole('button', { name: '写移交说明' }).first().click()
    const task = page.getByRole('dialog', { name: '请部门协办' })
    expect(await task.getByLabel('请对方做什么').inputValue()).toContain('户籍在贵街道')
    await looksRight(page, 'handover')
  })
})
