import { join } from 'node:path'
import { type CallBack, callBack } from '../edge/channels/hotline/call-back.ts'
import { createHotline } from '../edge/channels/hotline/create-hotline.ts'
import { FOLDERS } from '../edge/sources/house.ts'
import { loadIntakeTexts } from '../edge/sources/intake-texts.ts'
import { intakeStore } from '../edge/storage/intake/intake-store.ts'
import { takeOrder } from '../work/intake/take-order.ts'
import { tellSources } from '../work/intake/tell-sources.ts'
import type { Channel, WebhookRoute } from '../work/ports/channel.ts'
import type { ChannelsWith } from './open-channels.ts'
import { pause } from './open-engine.ts'

/** Work orders of the 12345 hotline, referrals and reports: their way in, and what is told back. */
export async function openIntake({
  config,
  storage,
  opened,
  announce,
  log,
}: ChannelsWith): Promise<{ readonly channel: Channel; readonly routes: readonly WebhookRoute[] }> {
  const { house, parts } = opened
  const { ids, now } = parts
  const store = intakeStore(storage.turn, storage.ring, house().district)
  const texts = await loadIntakeTexts(join(FOLDERS.locales, 'zh-CN'))
  const intake = { house, store, ids, announce, now, texts }
  const report = (code: string, facts: Readonly<Record<string, string | number>>) =>
    log.warn(code, facts)
  const back = callBackOf(config, now, (code) => house().town.places.streets.get(code)?.name)
  return createHotline(config, {
    takeOrder: (order) => takeOrder(intake, order),
    tellOnce: back ? () => tellSources({ store, tell: back.tell, now, report }) : null,
    health: back ? back.health : () => ({ ok: true, since: 0 }),
    wait: pause,
    now,
    report,
  })
}

function callBackOf(
  { HOTLINE_CALLBACK_URL: url, HOTLINE_SECRET: secret }: ChannelsWith['config'],
  now: () => number,
  streetName: (code: string) => string | undefined,
): CallBack | null {
  return url !== undefined && secret !== undefined
    ? callBack({ url, secret }, now, streetName)
    : null
}
