import { z } from 'zod'
import { CHANNELS, ENVIRONMENT } from './config.ts'

/** docs/reference/configuration.md, written from the schema of the settings. */
export function configurationPage(): string {
  return PAGE.replace('SETTINGS', settingRows()).replace('CHANNELS', channelRows())
}

function settingRows(): string {
  const { properties = {} } = z.toJSONSchema(ENVIRONMENT, { io: 'input', unrepresentable: 'any' })
  const ofChannels = new Set<string>(Object.values(CHANNELS).flat())
  const rows = Object.entries(properties).map(([name, schema]) => {
    const { default: value, description } = typeof schema === 'object' ? schema : {}
    const needed = ofChannels.has(name) ? 'for its channel' : 'no'
    return `| \`${name}\` | ${value === undefined ? needed : `\`${value}\``} | ${description} |`
  })
  return rows.join('\n')
}

function channelRows(): string {
  return Object.entries(CHANNELS)
    .map(([name, needs]) => `| ${name} | ${needs.map((setting) => `\`${setting}\``).join(' ')} |`)
    .join('\n')
}

const PAGE = `# Configuration

Everything is set by environment variables and has a default that works: with none of them the house
starts with an embedded database in \`.hearth\`. An empty variable counts as not set. A wrong one stops
the start with \`bad_configuration\` and its name, never its value.

This page is written by \`node scripts/write-configuration.mjs\` from \`src/edge/config.ts\`.

| setting | default, or needed | what it is |
|---|---|---|
SETTINGS

## Channels

A channel is on when all of its settings are there, off when none is. Some of them only: the start
stops, because half a channel would take messages that it cannot answer.

| channel | needs |
|---|---|
CHANNELS

## Keys

\`HEARTH_KEYS\` is \`{"current": "k2", "keys": {"k1": "…", "k2": "…"}, "index": "…"}\`, each key 32 random
bytes in base64 (\`openssl rand -base64 32\`). \`current\` seals what is new; the others stay as long as
something is sealed by them. \`index\` finds a phone number again and must never change. Without these
keys nothing that residents wrote can be read again, from a backup neither: keep them in two places,
and not beside the backup.
`
