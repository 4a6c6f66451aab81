import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import type { Hired } from './running-house.ts'
import type { Visit } from './visit.ts'

export const ADVISER: Hired = {
  login: 'feifei',
  name: '邓菲菲',
  streets: '310105001',
  password: 'a long enough password',
}

export const COLLEAGUE: Hired = { ...ADVISER, login: 'jiang', name: '姜胤' }

/** Works for another street, 江苏路. */
export const FAR: Hired = { ...ADVISER, login: 'far', name: '江小路', streets: '310105002' }

const DESK = { viewport: { width: 1366, height: 768 } }

/** A desk at which somebody has signed in: by the page, once, because tries are counted. */
export async function deskOf(visit: Visit, person: Hired): Promise<BrowserContextOptions> {
  let storageState: BrowserContextOptions['storageState']
  await visit.open(DESK, async (page) => {
    await page.goto('/console')
    await signIn(page.locator('form'), person)
    await page.getByRole('heading', { name: /^今天/ }).waitFor()
    storageState = await page.context().storageState()
  })
  return { ...DESK, ...(storageState && { storageState }) }
}

/** Name and password into a form, and go. */
export async function signIn(form: Locator, { login, password }: Hired): Promise<void> {
  await form.getByLabel('用户名').fill(login)
  await form.getByLabel('密码').fill(password)
  await form.getByRole('button', { name: '登录' }).click()
}

/** The row of a case in the queue. */
export const rowOf = (page: Page, number: string) => page.locator(`tr[data-number="${number}"]`)

/** Opens a case and waits until its workspace is drawn. */
export async function openCase(page: Page, number: string): Promise<void> {
  await page.goto(`/console/cases/${number}`)
  await page.locator('.case-head').waitFor()
}

/** Opens a case and claims it by its key. */
export async function claimCase(page: Page, number: string): Promise<void> {
  await openCase(page, number)
  const mine = page.getByText('负责：我')
  const offered = page.locator('.case-head').getByRole('button', { name: /领取/ })
  await offered.or(mine).first().waitFor()
  await page.keyboard.press('1')
  await mine.waitFor()
}

/** Chooses from a list by typing: Enter only when the list offers it. */
export async function pick(field: Locator, words: string): Promise<void> {
  await field.fill(words)
  const open = field.page().locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
  await open.locator('.ant-select-item-option-active', { hasText: words }).waitFor()
  await field.press('Enter')
}

/** The queue, when its rows are there. */
export async function openQueue(page: Page): Promise<void> {
  await page.goto('/console/queue')
  await page.getByRole('heading', { name: '待领取' }).waitFor()
}
