import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  ADVISER,
  COLLEAGUE,
  claimCase,
  deskOf,
  FAR,
  openCase,
  openQueue,
  pick,
  rowOf,
} from '../support/adviser.ts'
import { askOnline } from '../support/ask-online.ts'
import { axe } from '../support/browser.ts'
import { aPicture } from '../support/pictures.ts'
import { picture, type Visit, visitHouse, widthOf } from '../support/visit.ts'

/** What advisers do with a case besides talking: each from the screen to the resident or the colleague. */

let visit: Visit
let desk: BrowserContextOptions
let colleague: BrowserContextOptions
let far: BrowserContextOptions
beforeAll(async () => {
  visit = await visitHouse()
  for (const person of [ADVISER, COLLEAGUE, FAR]) await visit.house.hire(person)
  desk = await deskOf(visit, ADVISER)
  colleague = await deskOf(visit, COLLEAGUE)
  far = await deskOf(visit, FAR)
})
afterAll(() => visit?.close())

const ask = () =>
  askOnline(visit.house.url, [[/最难的是什么/, '失业半年了，每月只有2300块，房租付不起']])

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

/** The box fits, hinders nobody, and leaves a picture to be looked at. */
async function looksRight(page: Page, name: string): Promise<void> {
  await picture(page, `console-${name}`)
  expect([name, await axe(page, { contrast: 4.5 })]).toEqual([name, []])
  expect(await widthOf(page)).toBe(page.viewportSize()?.width)
}

test('a photo goes to the resident with the words, and a file of a wrong kind leaves them typed', async () => {
  const { number, heard } = await ask()
  await visit.open(desk, async (page) => {
    await claimCase(page, number)
    await page.locator('#reply').fill('请照这张表填')
    const input = page.locator('.attached input[type=file]')
    const wrong = { name: 'a.gif', mimeType: 'image/gif', buffer: Buffer.from('GIF89a...') }
    await input.setInputFiles([wrong])
    await page.getByText('这种文件居民打不开').waitFor()
    await input.setInputFiles([
      { name: 'form.jpg', mimeType: 'image/jpeg', buffer: await aPicture() },
    ])
    await page.locator('.attached li img').waitFor()
    expect(await page.locator('#reply').inputValue()).toBe('请照这张表填')
    await page.reload()
    await page.locator('.attached li img').waitFor()
    await looksRight(page, 'attach')
    await page.getByRole('button', { name: '发给居民' }).click()
    const said = page.locator('.spoken.adviser', { hasText: '请照这张表填' })
    await said.locator('img').waitFor()
    expect(await page.locator('.attached li').count()).toBe(0)
    const [message] = (await heard()).filter(({ text }) => text === '请照这张表填')
    expect(message).toMatchObject({ media: { kind: 'image' } })
  })
})

test('the resident sees the photo of the adviser in the chat, with the words', async () => {
  const { number, token } = await ask()
  await visit.open(desk, async (page) => {
    await claimCase(page, number)
    const photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await aPicture() }
    await page.locator('#reply').fill('这张是样子')
    await page.locator('.attached input[type=file]').setInputFiles([photo])
    await page.locator('.attached li img').waitFor()
    await page.getByRole('button', { name: '发给居民' }).click()
    await page.locator('.spoken.adviser img').waitFor()
  })
  const cookie = { name: 'hearth', value: token, url: visit.house.url }
  await visit.open({ viewport: { width: 375, height: 812 } }, async (page) => {
    await page.context().addCookies([cookie])
    await page.goto('/')
    const said = page.locator('#log li.adviser', { hasText: '这张是样子' })
    await said.locator('img').waitFor()
    await picture(page, 'chat-adviser-photo')
  })
})

test('words are noted as an answer, by mouse and by keyboard, and the reason leads back to them', async () => {
  const { number } = await ask()
  await visit.open(desk, async (page) => {
    await claimCase(page, number)
    const words = page.locator('.spoken.resident .words', { hasText: '2300' }).first()
    await words.scrollIntoViewIfNeeded()
    await words.dblclick({ position: { x: 20, y: 10 } })
    await page.getByRole('button', { name: '记为…' }).click()
    const box = dialog(page, '记为')
    await box.getByLabel('原话').evaluate((element) => {
      const field = element as unknown as WritingField
      const start = field.value.indexOf('每月只有2300块')
      field.focus()
      field.setSelectionRange(start, start + 9)
    })
    await page.keyboard.press('Shift')
    await box.getByText('依据：「每月只有2300块」').waitFor()
    await pick(box.getByLabel('记到哪一项'), '收入')
    expect(await box.getByLabel(/每月收入/).inputValue()).toBe('2300')
    await looksRight(page, 'capture')
    await box.getByRole('button', { name: '保存' }).click()
    await box.waitFor({ state: 'hidden' })
    await page.locator('.history').getByText('从对话里记下“每月收入”').waitFor()
    await page.locator('.evidence button', { hasText: '每月只有2300块' }).click()
    await page.locator('.transcript mark', { hasText: '每月只有2300块' }).waitFor()

    await page.locator('body').click({ position: { x: 2, y: 2 } })
    const focused = () =>
      page.evaluate<string>("document.activeElement?.querySelector('.words')?.textContent ?? ''")
    for (let step = 0; step < 40 && !(await focused()).includes('2300'); step++) {
      await page.keyboard.press(step === 0 ? 'k' : 'ArrowUp')
    }
    await page.keyboard.press('Enter')
    await box.waitFor()
    await page.locator('textarea:focus').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.type('工作')
    await page.locator('.ant-select-item-option-active', { hasText: '工作' }).waitFor()
    await page.keyboard.press('Enter')
    await box.getByRole('radio').first().waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await box.locator('input[type=radio]:checked').waitFor({ state: 'attached' })
    await page.keyboard.press('Enter')
    await box.waitFor({ state: 'hidden' })
    await page.locator('.history').getByText('从对话里记下“工作”').waitFor()
  })
})

test('a home is verified: the way is shown before, and the reason stays', async () => {
  const { number } = await ask()
  await visit.open(desk, async (page) => {
    await claimCase(page, number)
    await page.keyboard.press('a')
    const box = dialog(page, '核实住址')
    await pick(box.getByLabel(/居委（/), '西一')
    await box.getByText(/个案会到：.*西一/).waitFor()
    await box.getByRole('radio', { name: '上门看过' }).check()
    await looksRight(page, 'place')
    await pick(box.getByLabel(/街镇/), '江苏路')
    await box.getByText('以后您就看不到这个个案了').waitFor()
    await pick(box.getByLabel(/街镇/), '华阳路')
    await pick(box.getByLabel(/居委（/), '西一')
    await box.getByRole('button', { name: '就在这里' }).click()
    await page.locator('.case-head').getByText(/西一/).waitFor()
    await page
      .locator('.history')
      .getByText(/核实住址.*上门看过/)
      .waitFor()
  })
})

test('a case is put aside with one key, stands among the others for later, and is taken back', async () => {
  const { number } = await ask()
  await visit.open(desk, async (page) => {
    await claimCase(page, number)
    await page.keyboard.press('f')
    await dialog(page, '记录联系').getByRole('button', { name: '保存' }).click()
    await page.getByText('已联系', { exact: true }).waitFor()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('h')
    const box = dialog(page, '稍后再办')
    await box.getByRole('radio', { name: '等材料' }).check()
    await looksRight(page, 'snooze')
    await box.getByRole('button', { name: '放到稍后' }).click()
    await page.locator('.case-head').getByText(/稍后 /).waitFor()
    await page.goto('/console/mine')
    await page.getByRole('heading', { name: '我的个案' }).waitFor()
    await page.getByRole('button', { name: /^稍后/ }).waitFor()
    expect(await rowOf(page, number).count()).toBe(0)
    await page.getByRole('button', { name: /^稍后/ }).click()
    await rowOf(page, number).locator('.row-link').focus()
    await page.keyboard.press('h')
    await box.getByRole('radio', { name: '现在就拿回来' }).check()
    await box.getByRole('button', { name: '现在就拿回来' }).click()
    await page.goto('/console/mine')
    await rowOf(page, number).waitFor()
  })
})

test('a transfer that is declined comes back with the reason; a released case waits again', async () => {
  const { number } = await ask()
  await visit.open(desk, async (page) => {
    await claimCase(page, number)
    await page.getByRole('button', { name: '转出' }).first().click()
    const box = dialog(page, '转给别的街镇')
    await pick(box.getByLabel('转到'), '江苏路')
    await box.getByRole('button', { name: '转出' }).click()
    await page.getByText(/等对方接收/).waitFor()
    await visit.open(
      far,
      async (theirs) => {
        await openCase(theirs, number)
        await theirs.getByRole('button', { name: '退回' }).click()
        const why = dialog(theirs, '退回')
        await why.getByRole('radio', { name: '现在接不下来' }).check()
        await why.getByRole('button', { name: '退回' }).click()
        await theirs.getByText('这里没有内容').waitFor()
      },
      [/404/],
    )
    await page
      .locator('.history')
      .getByText(/退回：现在接不下来/)
      .waitFor()
    await page.getByRole('button', { name: '放回待领取' }).click()
    const back = dialog(page, '放回待领取')
    await back.getByRole('radio', { name: '手上太多，办不过来' }).check()
    await back.getByRole('button', { name: '放回待领取' }).click()
    await page.getByText('负责：还没有人').waitFor()
    await visit.open(colleague, async (other) => {
      await openQueue(other)
      await rowOf(other, number).waitFor()
    })
  })
})

test('several cases are passed on together', async () => {
  const numbers = [(await ask()).number, (await ask()).number]
  await visit.open(desk, async (page) => {
    await openQueue(page)
    for (const number of numbers) await page.getByLabel(`选中 ${number}`).check()
    await page.getByRole('button', { name: '批量转派' }).click()
    const box = dialog(page, '转给别的街镇')
    await pick(box.getByLabel('转到'), '江苏路')
    await box.getByRole('button', { name: '转出' }).click()
    await page.getByText('办成 2 件，没办成 0 件').waitFor()
    await visit.open(far, async (theirs) => {
      await openQueue(theirs)
      for (const number of numbers)
        await rowOf(theirs, number).getByText('华阳路街道转来').waitFor()
    })
  })
})

test('a case ends with an outcome and a day to look again, and opens once more', async () => {
  const { number, heard } = await ask()
  await visit.open(desk, async (page) => {
    await claimCase(page, number)
    await page.getByRole('button', { name: '结案' }).click()
    const box = dialog(page, '结案')
    await box.getByRole('radio', { name: '不再需要帮助' }).check()
    await box.getByRole('button', { name: '结案' }).click()
    await page.getByText(/已结案，不再需要帮助.*再看一次/).waitFor()
    expect((await heard()).at(-1)?.text).toContain('您说现在不需要了')
    await page.getByRole('button', { name: '重新打开' }).click()
    const again = dialog(page, '重新打开')
    await again.getByRole('radio', { name: '有新的难处' }).check()
    await again.getByRole('button', { name: '重新打开' }).click()
    await page.getByText('负责：我').waitFor()
  })
})

test('phrases of the street are written, changed and removed on their screen, and others see them', async () => {
  await visit.open(desk, async (page) => {
    await page.goto('/console/phrases')
    await page.getByText('还没有快捷短语').waitFor()
    await looksRight(page, 'phrases-empty')
    await page.getByRole('button', { name: '加一条' }).click()
    await page.getByLabel('短语的名字').fill('材料')
    await page.getByLabel('内容').fill('请带身份证')
    await page.getByLabel('给谁用').click()
    await page.getByTitle('华阳路街道').click()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('heading', { name: '华阳路街道' }).waitFor()
    await page.getByRole('button', { name: '改短语：材料' }).click()
    await page.getByLabel('内容').fill('请带身份证和户口簿')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('请带身份证和户口簿').waitFor()
    await looksRight(page, 'phrases')
    await visit.open(colleague, async (other) => {
      await other.goto('/console/phrases')
      await other.getByText('请带身份证和户口簿').waitFor()
      expect(await other.getByRole('button', { name: /^改短语/ }).count()).toBe(0)
    })
    await page.getByRole('button', { name: '删除短语：材料' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '删除' }).click()
    await page.getByText('还没有快捷短语').waitFor()
  })
})

/** A text field as the page's own code has it; tests know no browser types. */
type WritingField = {
  readonly value: string
  readonly focus: () => void
  readonly setSelectionRange: (from: number, to: number) => void
}
