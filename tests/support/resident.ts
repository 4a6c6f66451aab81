import type { Page } from 'playwright-core'

/** What this resident says to which question; anything else is answered with the first option. */
export const ANSWERS: readonly (readonly [question: RegExp, answer: string])[] = [
  [/您同意吗|同意/, '同意'],
  [/谁需要帮助/, '我自己'],
  [/怎么称呼/, '王秀英'],
  [/电话能找到/, '13800138000'],
  [/住在哪里/, '华院居委'],
  [/最难的是什么/, '老伴住院，钱不够，家里没人照顾'],
  [/现在有没有/, '都没有'],
  [/对吗/, '对'],
  [/安全吗/, '我很安全'],
]

/** More than any request needs before it has a number. */
const TURNS = 25

/** Talks with the bot until the request has a number, and gives it. */
export async function askForHelp(page: Page): Promise<string> {
  for (let turn = 0; turn < TURNS; turn++) {
    const number = /\d{4}-\d{4}/.exec(await page.locator('#log').innerText())?.[0]
    if (number) return number
    const question = (await lastWords(page)).split('\n').at(-1) ?? ''
    await say(page, ANSWERS.find(([asked]) => asked.test(question))?.[1] ?? '1')
  }
  throw new Error(`no number after ${TURNS} turns: ${await lastWords(page)}`)
}

/** Types, sends and waits until the bot has said something new. */
export async function say(page: Page, text: string): Promise<void> {
  const replies = page.locator('#log li:not(.resident)')
  const before = await replies.count()
  await page.locator('#text').fill(text)
  await page.getByRole('button', { name: '发送' }).click()
  await replies.nth(before).waitFor()
}

const lastWords = (page: Page) => page.locator('#log li').last().locator('p').innerText()
