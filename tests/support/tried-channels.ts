import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLine } from '../../src/edge/channels/line/create-line.ts'
import { createWechatOa } from '../../src/edge/channels/wechat-oa/create-wechat-oa.ts'
import { createWechaty } from '../../src/edge/channels/wechaty/create-wechaty.ts'
import { createWecomKf } from '../../src/edge/channels/wecom-kf/create-wecom-kf.ts'
import type { Channel } from '../../src/work/ports/channel.ts'
import { openGateway } from '../edge/channels/wechaty/gateway.ts'
import { DESTINATION, type Mood, openFakeLine, SECRET, TOKEN } from './fake-line/open-fake-line.ts'
import { OA, openFakeWechatOa } from './fake-wechat-oa.ts'
import { KF, KF_ACCOUNT, openFakeWecom } from './fake-wecom.ts'
import { LINE_TEXTS } from './line-house.ts'
import { openWechatHouse } from './wechat-house.ts'

/** What every platform can do to a house that sends. */
export const TROUBLES = ['silent', 'cut', 'nonsense', 'accepted_then_cut'] as const

/** A channel before its own platform, as far as all of them are alike. */
export type TriedChannel = {
  readonly channel: Channel
  readonly account: string
  /** Somebody who has just written, so that writing back is allowed. */
  readonly someone: () => Promise<string>
  /** Everything that was shown to somebody, oldest first, with what could be tapped. */
  readonly shown: (user: string) => readonly { text: string; options: readonly string[] }[]
  /** Met by the next message that is sent. */
  readonly trouble: (kind: (typeof TROUBLES)[number]) => void
  readonly close: () => Promise<void>
}

const isPlace = (code: string) => code.startsWith('310105')

export const TRIED: Readonly<Record<string, () => Promise<TriedChannel>>> = {
  line: async () => {
    const platform = await openFakeLine()
    const urls = { apiUrl: platform.url, dataUrl: platform.url }
    const house = await openWechatHouse(({ sink }) =>
      createLine({ secret: SECRET, token: TOKEN, ...urls, texts: LINE_TEXTS }, sink),
    )
    return {
      ...{ channel: house.channel, account: DESTINATION },
      someone: async () => `U${randomBytes(16).toString('hex')}`,
      shown: (user) =>
        platform
          .shown(user)
          .map(({ text, chips }) => ({ text, options: chips.map(({ label }) => label) })),
      trouble: (kind) => {
        platform.mood = (path) => {
          if (!path.includes('/message/')) return 'well'
          platform.mood = () => 'well'
          return MOODS[kind]
        }
      },
      close: async () => {
        await house.close()
        await platform.close()
      },
    }
  },
  'wechat-oa': async () => {
    const platform = await openFakeWechatOa()
    const house = await openWechatHouse(({ sink, windows }) =>
      createWechatOa({ ...OA, baseUrl: platform.url }, sink, { windows, isPlace }),
    )
    platform.connect(`${house.url}/webhooks/wechat-oa`)
    return {
      ...{ channel: house.channel, account: OA.appId },
      someone: async () => {
        const user = house.newUser()
        await platform.says(user, '你好')
        return user
      },
      shown: (user) => platform.shown(user).map(({ text }) => ({ text, options: [] })),
      trouble: (kind) => void platform.troubles.push(kind),
      close: async () => {
        await house.close()
        await platform.close()
      },
    }
  },
  'wecom-kf': async () => {
    const platform = await openFakeWecom()
    const house = await openWechatHouse(({ sink, windows, cursors }) =>
      createWecomKf({ ...KF, baseUrl: platform.url }, sink, { windows, cursors, isPlace }),
    )
    platform.connect(`${house.url}/webhooks/wecom-kf`)
    return {
      ...{ channel: house.channel, account: KF_ACCOUNT },
      someone: async () => {
        const user = house.newUser()
        await platform.says(user, '你好')
        while (platform.texts(user).length === 0) {
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
        return user
      },
      shown: (user) =>
        platform
          .shown(user)
          .map(({ text, items }) => ({ text, options: items.map(({ content }) => content) })),
      trouble: (kind) => void platform.troubles.push({ on: '/cgi-bin/kf/send_msg', does: kind }),
      close: async () => {
        await house.close()
        await platform.close()
      },
    }
  },
  wechaty: async () => {
    const gateway = await openGateway()
    const { token, endpoint } = gateway
    const house = await openWechatHouse(({ sink }) =>
      createWechaty({ token, endpoint, alone: LINE_TEXTS.alone }, sink),
    )
    await house.channel.start?.()
    while (house.channel.health().why !== 'signed_out') await sleep(20)
    gateway.signIn()
    while (!house.channel.health().ok) await sleep(20)
    return {
      ...{ channel: house.channel, account: 'wxid_house' },
      someone: async () => {
        gateway.mood = 'well'
        return gateway.person()
      },
      shown: (user) => gateway.reads(user).map((text) => ({ text, options: [] })),
      trouble: (kind) => {
        gateway.mood = GATEWAY_MOODS[kind]
      },
      close: async () => {
        await house.close()
        await gateway.die()
      },
    }
  },
}

const GATEWAY_MOODS = {
  silent: 'silent',
  cut: 'fails',
  nonsense: 'fails',
  accepted_then_cut: 'accepts_silently',
} as const satisfies Readonly<Record<(typeof TROUBLES)[number], string>>

const MOODS: Readonly<Record<(typeof TROUBLES)[number], Mood>> = {
  silent: 'silent',
  cut: { status: 503, body: 'bad gateway' },
  nonsense: { status: 200, body: '<html>502 Bad Gateway' },
  accepted_then_cut: 'accepts_silently',
}
