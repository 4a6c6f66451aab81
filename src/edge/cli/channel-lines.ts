import { CHANNELS, type ChannelName, missingFor } from '../config.ts'
import type { ChannelLine } from './commands/channels.ts'

/** Ms in which a house on this machine has answered, if there is one. */
const PATIENCE = 2_000

/** Every channel as this environment has it, with what the house that runs here says of its health. */
export async function channelLines(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly ChannelLine[]> {
  const health = await healthAt(Number(environment.PORT) || 8080)
  const names = Object.keys(CHANNELS) as ChannelName[]
  const lines = names.map((name): ChannelLine => {
    const missing = missingFor(name, environment)
    const is =
      missing.length === 0 ? 'on' : missing.length === CHANNELS[name].length ? 'off' : 'half'
    return { channel: name, is, missing, health: is === 'on' ? (health?.[name] ?? null) : null }
  })
  return [{ channel: 'web', is: 'on', missing: [], health: health ? 'up' : null }, ...lines]
}

async function healthAt(port: number): Promise<Readonly<Record<string, 'up' | 'down'>> | null> {
  try {
    const signal = AbortSignal.timeout(PATIENCE)
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal })
    const told = (await answer.json()) as { readonly channels?: Record<string, 'up' | 'down'> }
    return told.channels ?? null
  } catch {
    return null
  }
}
