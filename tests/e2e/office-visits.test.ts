import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADVISER, deskOf, openQueue } from '../support/adviser.ts'
import { askOnline } from '../support/ask-online.ts'
import { axe } from '../support/browser.ts'
import { aPicture } from '../support/pictures.ts'
import { PHONE, picture, type Visit, visitHouse, widthOf } from '../support/visit.ts'

let visit: Visit
let desk: BrowserContextOptions
const numbers: string[] = []
beforeAll(async () => {
  visit = await visitHouse()
  await visit.house.hire(ADVISER)
  desk = await deskOf(visit, ADVISER)
  for (let count = 0; count < 3; count++) {
    const resident = await askOnline(visit.house.url, [[/最难的是什么/, '失业半年了，房租付不起']])
    for (const words of ['现在就交', '好']) await resident.say(words)
    numbers.push(resident.number)
  }
})
afterAll(() => visit?.close())

/** Finds a household in the open box and takes it. */
async function pick(page: Page, number: string) {
  const box = page.getByRole('dialog')
  await box.getByRole('textbox', { name: /^家庭/ }).fill(number)
  await box.getByRole('button', { name: new RegExp(`加上 .*${number}`) }).waitFor()
  await page.keyboard.press('Enter')
  await box
    .getByText(new RegExp(`${number}$`))
    .first()
    .waitFor()
}

test('a group activity for three households is written in under half a minute, and taken back', async () => {
  await visit.open(desk, async (page) => {
    await openQueue(page)
    const began = Date.now()
    await page.keyboard.press('s')
    for (const number of numbers) await pick(page, number)
    const box = page.getByRole('dialog')
    await box.getByText('小组活动').click()
    const buffer = await aPicture()
    await box.getByLabel('照片').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer })
    await box.getByText('已放好 1 张').waitFor()
    await box.getByLabel('一句话').fill('一起包了馄饨')
    await page.keyboard.press('Enter')
    await page.getByText('记好了 3 户').waitFor()
    expect(Date.now() - began).toBeLessThan(30_000)
    await page.goto('/console/services')
    await page.getByText('共 3 条').waitFor()
    expect(await page.getByText('一起包了馄饨').count()).toBe(3)
    const photo = await page.getByRole('link', { name: '照片 1' }).first().getAttribute('href')
    expect((await page.request.get(photo ?? '')).status()).toBe(200)
    expect(await axe(page, { contrast: 4.5 })).toEqual([])
    await picture(page, 'services')
    await page.getByRole('button', { name: '作废' }).first().click()
    await page.getByLabel(/为什么作废/).fill('那天没来')
    await page.getByRole('dialog').getByRole('button', { name: '作废' }).click()
    await page.getByText('已作废：那天没来').waitFor()
  })
})

test('a follow-up that finds it worse offers a re-assessment and brings the next one', async () => {
  await visit.open(desk, async (page) => {
    await page.goto(`/console/households/${numbers[0]}`)
    await page.getByRole('link', { name: '回访和服务' }).click()
    await page.getByRole('button', { name: '加一次回访' }).click()
    await page.getByRole('dialog').getByText('每月').click()
    await page.getByLabel('为什么（必填）').fill('刚出院')
    await page.getByRole('dialog').getByRole('button', { name: '加上' }).click()
    await page.getByRole('link', { name: '做回访' }).click()
    await page.getByLabel('见到了谁').fill('本人')
    await page.getByRole('radio', { name: '疾病困境 更差' }).check()
    await page.getByLabel('新需求（一行一个）').fill('想要助行器')
    expect(await axe(page, { contrast: 4.5 })).toEqual([])
    await picture(page, 'follow-up')
    await page.getByRole('button', { name: '完成回访' }).click()
    await page.getByText('疾病困境 比上次更差：建议复评。').waitFor()
    expect(await page.getByRole('link', { name: '去复评' }).getAttribute('href')).toContain(
      'assess',
    )
    await page.goto('/console/followups')
    await page.getByRole('link', { name: '做回访' }).waitFor()
    expect(await axe(page, { contrast: 4.5 })).toEqual([])
    await page.getByText('月历').click()
    await page.getByRole('table').waitFor()
    await page.goto('/console/followups/route')
    await page.getByRole('heading', { name: /本周路线/ }).waitFor()
    await picture(page, 'route')
  })
})

test('a partner answers by a link on a phone without scripts, once, and the adviser reads it', async () => {
  let link = ''
  await visit.open(desk, async (page) => {
    await page.goto('/console/reminders')
    await page.getByRole('button', { name: '发提醒' }).click()
    await pick(page, numbers[1] ?? '')
    const box = page.getByRole('dialog')
    await box.getByText('合作方（一次性链接，不用登录）').click()
    await box.getByLabel('合作方叫什么').fill('申爱社工站')
    await box.getByLabel('请对方做什么').fill('请确认周四的陪诊')
    await box.getByRole('button', { name: '发出' }).click()
    link = await page.getByLabel('给合作方的链接').inputValue()
  })
  expect(link).toContain('/reply/')
  await visit.open(
    { ...PHONE, javaScriptEnabled: false },
    async (page) => {
      await page.goto(link)
      await page.getByText('请确认周四的陪诊').waitFor()
      await picture(page, 'reply')
      await page.getByLabel(/想说明的/).fill('周四排不出人')
      await page.getByRole('button', { name: '没有办成' }).click()
      await page.getByText('收到了，谢谢您').waitFor()
      await page.goto(link)
      await page.getByText('已经用过').waitFor()
    },
    [/404/],
  )
  await visit.open(desk, async (page) => {
    await page.goto('/console/reminders')
    await page.getByText('周四排不出人').waitFor()
    expect(await axe(page, { contrast: 4.5 })).toEqual([])
  })
})

test('what is written down as a complaint is not shown to an adviser, and the screens fit a phone', async () => {
  await visit.open({ ...desk, ...PHONE }, async (page) => {
    await page.goto('/console/complaints')
    await page.getByRole('button', { name: '记一件投诉' }).click()
    await pick(page, numbers[2] ?? '')
    await page.getByLabel('居民怎么说').fill('来了两次都没说话')
    await page.getByRole('dialog').getByRole('button', { name: '交给主管' }).click()
    await page.getByText('已交给主管，15 天内答复。').waitFor()
    expect(await page.getByText('来了两次都没说话').count()).toBe(0)
    for (const path of ['complaints', 'reminders', 'services', 'followups', 'followups/route']) {
      await page.goto(`/console/${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await widthOf(page), path).toBeLessThanOrEqual(375)
    }
  })
})
