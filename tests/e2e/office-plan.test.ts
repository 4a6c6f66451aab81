import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADVISER, COLLEAGUE, deskOf, FAR } from '../support/adviser.ts'
import { askOnline } from '../support/ask-online.ts'
import { axe } from '../support/browser.ts'
import { PHONE, picture, type Visit, visitHouse, widthOf } from '../support/visit.ts'

/** A plan from its draft to its second phase, and a conference from its call to its conclusion. */

const LEAD = { ...ADVISER, login: 'lead', name: '陆主管', role: 'supervisor' }

let visit: Visit
let desk: BrowserContextOptions
let lead: BrowserContextOptions
let far: BrowserContextOptions
let colleague: BrowserContextOptions
beforeAll(async () => {
  visit = await visitHouse()
  for (const person of [ADVISER, COLLEAGUE, LEAD, FAR]) await visit.house.hire(person)
  desk = await deskOf(visit, ADVISER)
  colleague = await deskOf(visit, COLLEAGUE)
  lead = await deskOf(visit, LEAD)
  far = await deskOf(visit, FAR)
})
afterAll(() => visit?.close())

const ask = () => askOnline(visit.house.url, [[/最难的是什么/, '失业半年了，房租付不起']])

async function openPlan(page: Page, number: string): Promise<void> {
  await page.goto(`/console/households/${number}/plan`)
  await page.getByRole('heading', { name: '这户的会诊' }).waitFor()
}

/** The screen fits, hinders nobody, and leaves a picture to be looked at. */
async function looksRight(page: Page, name: string): Promise<void> {
  await picture(page, `office-${name}`)
  expect([name, await axe(page, { contrast: 4.5 })]).toEqual([name, []])
  expect(await widthOf(page)).toBe(page.viewportSize()?.width)
}

async function draftFrom(page: Page, template: string): Promise<void> {
  await page.getByLabel('从哪里起草').selectOption({ label: template })
  await page.getByRole('button', { name: '起草方案' }).click()
  await page.getByRole('form', { name: '写方案' }).waitFor()
}

const saveDraft = async (page: Page) => {
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.getByRole('form', { name: '写方案' }).waitFor({ state: 'hidden' })
}

test('a plan is drafted, sent off, approved by another person, carried out, and followed by a second phase', async () => {
  const { number } = await ask()
  await visit.open(desk, async (page) => {
    await openPlan(page, number)
    await draftFrom(page, '套用：失业家庭')
    await page.locator('.plan-editor select').first().and(page.locator(':focus')).waitFor()
    await page.getByRole('button', { name: '加一个目标' }).click()
    await page.getByLabel('想达到什么').last().fill('房租不再欠')
    await page.getByText('目标「房租不再欠」还没有措施。').waitFor()
    await page.getByRole('button', { name: '给目标 3 加一条措施' }).click()
    await page.getByLabel('做什么').last().fill('和房东说好分期')
    await page.getByLabel('谁来办').last().fill('救助顾问')
    await page.getByLabel('哪天前').last().fill('2030-01-05')
    await page.reload()
    await page.getByRole('form', { name: '写方案' }).waitFor()
    expect(await page.getByLabel('想达到什么').last().inputValue()).toBe('房租不再欠')
    await looksRight(page, 'plan-editor')
    await page.setViewportSize(PHONE.viewport)
    await looksRight(page, 'plan-editor-phone')
    await page.setViewportSize({ width: 1366, height: 768 })
    await saveDraft(page)
    await page.getByRole('button', { name: '记下居民的意思' }).click()
    await page.getByRole('form', { name: '记下居民的意思' }).getByLabel('居民的话').fill('行')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText(/已当面说明：同意/).waitFor()
    await page.getByRole('button', { name: '提交审核' }).click()
    await page.getByText('方案要由写的人以外的主管来审核。').waitFor()
    expect(await page.getByRole('button', { name: '审核通过' }).count()).toBe(0)

    await visit.open(lead, async (theirs) => {
      await theirs.goto('/console/plans')
      await theirs.getByRole('link', { name: new RegExp(number) }).waitFor()
      await looksRight(theirs, 'plans')
      await theirs.getByRole('link', { name: new RegExp(number) }).click()
      await theirs.getByRole('button', { name: '审核通过' }).click()
      await theirs.getByText('生效中').waitFor()
    })

    await page.reload()
    const work = page.locator('.plan-work', { hasText: '和房东说好分期' })
    await work.getByLabel(/做了什么/).fill('谈好分三个月')
    await work.getByRole('button', { name: /^办好了/ }).click()
    await work.getByText('已办').waitFor()
    await work.getByText('谈好分三个月').waitFor()
    await looksRight(page, 'plan-in-force')
    await page.setViewportSize(PHONE.viewport)
    await looksRight(page, 'plan-in-force-phone')
    await page.setViewportSize({ width: 1366, height: 768 })
    const goal = page.locator('section', { has: page.getByRole('heading', { name: /房租不再欠/ }) })
    await goal.getByRole('button', { name: '目标达成' }).last().click()
    await goal.getByText('已达成', { exact: true }).last().waitFor()

    await draftFrom(page, '开始第二阶段')
    const fields = await page.getByLabel('想达到什么').all()
    const goals = await Promise.all(fields.map((field) => field.inputValue()))
    expect(goals).toContain('有一份做得下来的活')
    expect(goals).not.toContain('房租不再欠')
    await saveDraft(page)
    await page.getByRole('heading', { name: /第 2 阶段/ }).waitFor()
  })
})

test('two who write one plan see both, and what was typed stays', async () => {
  const { number } = await ask()
  await visit.open(
    desk,
    async (page) => {
      await openPlan(page, number)
      await draftFrom(page, '按需要起草')
      await saveDraft(page)
      await page.getByRole('button', { name: '改方案' }).click()
      await page.getByLabel('说明').fill('顾问写的')
      await visit.open(colleague, async (other) => {
        await openPlan(other, number)
        await other.getByRole('button', { name: '改方案' }).click()
        await other.getByLabel('说明').fill('同事先写好了')
        await saveDraft(other)
      })
      await page.getByRole('button', { name: '保存草稿' }).click()
      await page.getByText('姜胤 刚刚改过这个方案').waitFor()
      await page.getByText('同事先写好了').waitFor()
      expect(await page.getByLabel('说明').inputValue()).toBe('顾问写的')
      await looksRight(page, 'plan-conflict')
      await page.getByRole('button', { name: '用我写的' }).click()
      await saveDraft(page)
      await page.getByText('顾问写的').waitFor()
      await page.getByText('历次改动').click()
      await page.getByText(/第 2 版 · 草稿 · 姜胤/).waitFor()
    },
    [/409/],
  )
})

test('the plan is put in plain words into the reply box, and never sent by itself', async () => {
  const { number, heard } = await ask()
  await visit.open(desk, async (page) => {
    await openPlan(page, number)
    await draftFrom(page, '套用：失业家庭')
    await saveDraft(page)
    await page.getByRole('button', { name: '在聊天里告诉居民' }).click()
    await page.locator('.case-head').waitFor()
    await page.keyboard.press('1')
    await page.getByText('负责：我').waitFor()
    expect(await page.locator('#reply').inputValue()).toContain('同意就回「同意」')
    expect((await heard()).map(({ text }) => text).join()).not.toContain('帮扶方案')
  })
})

test('the bot asks the household, whose answer stands in the plan and rings for its author', async () => {
  const { number, say } = await ask()
  for (const words of ['现在就交', '好']) await say(words)
  await visit.open(desk, async (page) => {
    await openPlan(page, number)
    await draftFrom(page, '套用：失业家庭')
    await saveDraft(page)
    await page.getByRole('button', { name: '请小助手去问' }).click()
    const form = page.getByRole('form', { name: '请小助手去问' })
    const words = form.getByLabel('小助手会这样念给居民听')
    await words.fill(`${await words.inputValue()}\n办的时候我陪您去。`)
    await looksRight(page, 'plan-ask')
    await form.getByRole('button', { name: '发给居民' }).click()
    await page.getByText('小助手念给居民听了，还没有回答').waitFor()
    await say('同意')
    await page.reload()
    await page.getByText('聊天里说明：同意').waitFor()
    await page.getByRole('button', { name: /找我的事/ }).click()
    await page.getByRole('link', { name: `${number} 的居民回答了方案` }).click()
    await page.waitForURL(/households\/[0-9a-f-]+\/plan/)
  })
})

test('a conference is called, heard from another street without names, and concluded into the plan', async () => {
  const { number } = await ask()
  await visit.open(desk, async (page) => {
    await openPlan(page, number)
    await page.getByRole('link', { name: '发起会诊' }).click()
    await page.getByLabel('要会诊的问题').fill('收入刚过线，可房租付不起，怎么帮？')
    await page.getByLabel('在这里有账号的同事').selectOption({ label: '江小路' })
    await page.getByRole('button', { name: '加一位' }).click()
    await page.getByLabel('部门').last().selectOption({ label: '住建' })
    await page.getByLabel('姓名').last().fill('房管所 老何')
    await page.getByRole('button', { name: '加一份材料' }).click()
    await page.getByLabel('标题').fill('租约')
    await page.getByLabel('内容').fill('租约写的是别人的名字')
    await page.getByLabel('给谁看').selectOption({ label: '住建' })
    await looksRight(page, 'consultation-call')
    await page.getByRole('button', { name: '发起会诊' }).click()
    await page.getByText('已召集').waitFor()
    const address = new URL(page.url()).pathname

    await visit.open(far, async (theirs) => {
      await theirs.goto('/console/consultations')
      await theirs.getByRole('link', { name: /收入刚过线/ }).click()
      await theirs.getByText('您是受邀参加的').waitFor()
      await theirs.getByText('王**').waitFor()
      expect(await theirs.getByText('租约').count()).toBe(0)
      await theirs.getByRole('button', { name: '写我的意见' }).click()
      await theirs.getByLabel('表态').selectOption({ label: '反对' })
      await theirs.getByLabel('意见', { exact: true }).fill('先看公租房')
      await theirs.getByRole('button', { name: '保存' }).click()
      await theirs.getByText('先看公租房').waitFor()
      await looksRight(theirs, 'consultation-beyond')
      await theirs.setViewportSize(PHONE.viewport)
      await looksRight(theirs, 'consultation-phone')
    })

    await page.goto(address)
    await page.getByText('先看公租房').waitFor()
    await page.getByRole('button', { name: '代记 房管所 老何 的意见' }).click()
    await page.getByLabel('意见', { exact: true }).fill('可以帮')
    await page.getByRole('form', { name: '写意见' }).getByRole('button', { name: '保存' }).click()
    await page.getByText('可以帮').waitFor()
    await page.getByRole('button', { name: '开始会诊' }).click()
    await page.getByText('会诊中').waitFor()
    const form = page.getByRole('form', { name: '结论' })
    const end = form.getByRole('button', { name: '定下结论，结束会诊' })
    expect(await end.isDisabled()).toBe(true)
    await form.getByLabel('结论怎么写').fill('先按临时救助帮三个月')
    await form.getByLabel('接下来做什么').fill('递公租房申请')
    await form.getByLabel('哪天前办').fill('2030-02-01')
    await form.getByLabel('收入不符但很难').check()
    await looksRight(page, 'consultation-conclude')
    await end.click()
    await page.getByText('赞成 1 · 反对 1 · 弃权 0').waitFor()
    await page.getByText('江小路 先看公租房').waitFor()

    await page.getByRole('link', { name: '回到这户的方案' }).click()
    await page.getByRole('region', { name: '会诊定下的事' }).getByText('递公租房申请').waitFor()
    await page.goto('/console/consultations?comparable=income_misfit')
    await page.getByRole('link', { name: /收入刚过线/ }).waitFor()
    await looksRight(page, 'consultations')
    await visit.open(colleague, async (other) => {
      await other.goto(address)
      await other.getByText('先按临时救助帮三个月').waitFor()
    })
  })
})
