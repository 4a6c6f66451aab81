import { join } from 'node:path'
import type { ChannelName } from '../edge/config.ts'
import { FOLDERS } from '../edge/sources/house.ts'
import { loadTexts } from '../edge/sources/texts.ts'
import type { Channel, ChannelSink, WebhookRoute } from '../work/ports/channel.ts'
import type { ChannelsWith } from './open-channels.ts'

type Opening = ChannelsWith & { readonly sink: ChannelSink }

type Opened = { readonly channel: Channel; readonly routes: readonly WebhookRoute[] }

const CHINESE = join(FOLDERS.locales, 'zh-CN')

/** How each channel is built. Loaded only where it is on. */
export const CHANNEL_OPENERS: Partial<
  Readonly<Record<ChannelName, (opening: Opening) => Promise<Opened>>>
> = {
  line: async ({ config, sink }) => {
    const { createLine } = await import('../edge/channels/line/create-line.ts')
    const { say } = await loadTexts(CHINESE, 'channels')
    const settings = {
      secret: config.LINE_CHANNEL_SECRET ?? '',
      token: config.LINE_CHANNEL_ACCESS_TOKEN ?? '',
      apiUrl: config.LINE_API_BASE_URL,
      dataUrl: config.LINE_DATA_API_BASE_URL,
      publicUrl: config.HEARTH_PUBLIC_URL,
      texts: { alone: say('group.alone'), fileLink: say('file.link'), fileAsk: say('file.ask') },
    }
    return createLine(settings, sink)
  },
  'wechat-oa': async ({ config, storage, opened, sink }) => {
    const { createWechatOa } = await import('../edge/channels/wechat-oa/create-wechat-oa.ts')
    const { replyWindowStore } = await import('../edge/storage/channels/reply-window-store.ts')
    const settings = {
      appId: config.WECHAT_OA_APP_ID ?? '',
      appSecret: config.WECHAT_OA_APP_SECRET ?? '',
      token: config.WECHAT_OA_TOKEN ?? '',
      aesKey: config.WECHAT_OA_AES_KEY ?? null,
      baseUrl: config.WECHAT_OA_API_BASE_URL,
    }
    return createWechatOa(settings, sink, {
      windows: replyWindowStore(storage.turn),
      isPlace: placeTest(opened),
    })
  },
  'wecom-kf': async ({ config, storage, opened, sink }) => {
    const { createWecomKf } = await import('../edge/channels/wecom-kf/create-wecom-kf.ts')
    const { replyWindowStore } = await import('../edge/storage/channels/reply-window-store.ts')
    const { cursorStore } = await import('../edge/storage/channels/cursor-store.ts')
    const settings = {
      corpId: config.WECOM_CORP_ID ?? '',
      secret: config.WECOM_KF_SECRET ?? '',
      token: config.WECOM_TOKEN ?? '',
      aesKey: config.WECOM_AES_KEY ?? '',
      advisersIn: config.WECOM_ADVISERS_IN,
      baseUrl: config.WECOM_API_BASE_URL,
    }
    return createWecomKf(settings, sink, {
      windows: replyWindowStore(storage.turn),
      cursors: cursorStore(storage.turn),
      isPlace: placeTest(opened),
    })
  },
  wechaty: async ({ config, sink }) => {
    const { createWechaty } = await import('../edge/channels/wechaty/create-wechaty.ts')
    const { say } = await loadTexts(CHINESE, 'channels')
    const settings = {
      token: config.WECHATY_PUPPET_SERVICE_TOKEN ?? '',
      endpoint: config.WECHATY_PUPPET_SERVICE_ENDPOINT ?? '',
      alone: say('group.alone'),
    }
    return createWechaty(settings, sink)
  },
  hotline: async (opening) => (await import('./open-intake.ts')).openIntake(opening),
}

/** A wrong code of a poster or a link places nobody. */
function placeTest({ house }: ChannelsWith['opened']) {
  return (code: string) => {
    const { committees, streets } = house().town.places
    return committees.has(code) || streets.has(code)
  }
}
