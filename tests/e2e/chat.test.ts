import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from '../support/browser.ts'
import { askForHelp, say } from '../support/resident.ts'
import { PHONE, picture, type Visit, visitHouse, widthOf } from '../support/visit.ts'

let visit: Visit
beforeAll(async () => {
  visit = await visitHouse()
})
afterAll(() => visit?.close())

test('a resident without JavaScript asks for help and comes back to the same talk', async () => {
  await visit.open({ ...PHONE, javaScriptEnabled: false }, async (page) => {
    await page.goto('/?street=310105001')
    await page.getByRole('button', { name: /^1 同意/ }).click()
    const number = await askForHelp(page)
    await picture(page, 'resident-plain')
    await page.goto('/')
    expect(await page.locator('#log').innerText()).toContain(number)
    await page.getByRole('link', { name: '特大' }).click()
    expect(await page.locator('html').getAttribute('class')).toBe('huge')
    await page.getByRole('button', { name: '清除这部手机上的对话' }).click()
    expect(await page.locator('#log').innerText()).not.toContain(number)
  })
})

test('the resident page fits 320 pixels in the largest letters, with large targets', async () => {
  await visit.open({ viewport: { width: 320, height: 640 } }, async (page) => {
    await page.goto('/')
    await page.getByRole('link', { name: '特大' }).click()
    expect(await widthOf(page)).toBeLessThanOrEqual(320)
    expect(await axe(page)).toEqual([])
    const heights = await page
      .getByRole('button')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height))
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(60)
    await picture(page, 'resident-huge')
  })
})

test('what is written without a network goes out once when it is back', async () => {
  await visit.open(PHONE, async (page) => {
    const context = page.context()
    await page.goto('/')
    await say(page, '同意')
    await context.setOffline(true)
    await page.locator('#text').fill('我自己')
    await page.keyboard.press('Enter')
    await page.getByText('网络不通').waitFor()
    const replies = await page.locator('#log li.bot').count()
    await context.setOffline(false)
    await page.locator('#log li.bot').nth(replies).waitFor()
    await page.reload()
    expect(await page.locator('#log li.resident', { hasText: '我自己' }).count()).toBe(1)
  })
})

test('an answer is corrected with the button of its question', async () => {
  await visit.open(PHONE, async (page) => {
    await page.goto('/')
    await page.getByRole('button', { name: /^1 同意/ }).click()
    await page.getByRole('button', { name: /^1 我自己/ }).click()
    await page.getByText('怎么称呼').waitFor()
    await page.getByText('改这一题').last().click()
    const replies = await page.locator('#log li.bot').count()
    await page.locator('details[open]').getByRole('button', { name: /^3 / }).click()
    await page.locator('#log li.bot').nth(replies).waitFor()
    expect(await page.locator('#log li.bot').last().innerText()).not.toContain('说姓就可以')
  })
})
