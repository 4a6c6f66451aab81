import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from '../support/browser.ts'
import { askForHelp } from '../support/resident.ts'
import { PHONE, picture, type Visit, visitHouse, widthOf } from '../support/visit.ts'

const ADVISER = {
  login: 'feifei',
  name: '邓菲菲',
  streets: '310105001',
  password: 'a long enough password',
}
const FAR = { ...ADVISER, login: 'far', name: '江苏路的人', streets: '310105002' }

let visit: Visit
beforeAll(async () => {
  visit = await visitHouse()
  await visit.house.hire(ADVISER)
  await visit.house.hire(FAR)
})
afterAll(() => visit?.close())

async function signIn(page: Page, { login, password }: { login: string; password: string }) {
  await page.goto('/console')
  await page.getByLabel('用户名').fill(login)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '待领取' }).waitFor()
}

/** Presses a button of a case and waits until the page that follows listens for news. */
const press = (page: Page, name: string) =>
  Promise.all([page.waitForResponse(/console\/stream/), page.getByRole('button', { name }).click()])

test('an adviser claims a case, speaks, and the resident sees it without doing anything', async () => {
  await visit.open(PHONE, async (resident) => {
    await resident.goto('/')
    const number = await askForHelp(resident)
    await visit.open({ viewport: { width: 1280, height: 900 } }, async (adviser) => {
      await signIn(adviser, ADVISER)
      const row = adviser.getByRole('row').filter({ hasText: number })
      await row.getByText('王秀英').waitFor()
      expect(await axe(adviser)).toEqual([])
      await picture(adviser, 'queue')
      await row.getByRole('button', { name: `领取 ${number}` }).click()
      await adviser.getByRole('heading', { name: `个案 ${number}` }).waitFor()
      expect(await axe(adviser)).toEqual([])
      await resident.getByText('邓菲菲').first().waitFor()
      await adviser.getByLabel('对居民说').fill('王阿姨您好，我下午给您打电话 <b>021-62520000</b>')
      await press(adviser, '发给居民')
      await resident.getByText('我下午给您打电话 <b>').waitFor()
      expect(await resident.getByRole('link', { name: '021-62520000' }).count()).toBe(1)
      await press(adviser, '由我来说')
      await resident.getByText('接下来我和您说').waitFor()
      await resident.locator('#text').fill('谢谢你，邓老师')
      await resident.keyboard.press('Enter')
      await adviser.locator('.talk').getByText('谢谢你，邓老师').waitFor()
      const before = await resident.locator('#log li:not(.resident)').count()
      await press(adviser, '交还小助手')
      await resident.locator('#log li:not(.resident)').nth(before).waitFor()
      await picture(adviser, 'case')
      await adviser.setViewportSize({ width: 375, height: 812 })
      expect(await widthOf(adviser)).toBeLessThanOrEqual(375)
      await picture(adviser, 'case-phone')
    })
    await picture(resident, 'resident')
    expect(await axe(resident)).toEqual([])
    await visit.open({}, async (other) => {
      await signIn(other, FAR)
      expect(await other.locator('main').innerText()).not.toContain(number)
      const answer = await other.request.get(`/console/cases/${number}`)
      expect(answer.status()).toBe(404)
    })
  })
})
