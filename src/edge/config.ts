import { z } from 'zod'
import { problem } from '../core/errors.ts'

const url = () => z.url({ protocol: /^https?$/, error: 'must be an http or https address' })
const secret = () => z.string().min(1)

const WECHAT_AES_KEY = z
  .string()
  .regex(/^[A-Za-z0-9]{43}$/, 'must be the 43 letters and digits of the platform')

/** Scheme, name and port; nothing that could say more within a header. */
const isOrigin = (text: string) => /^https?:\/\/[a-z\d.-]+(?::\d+)?$/i.test(text)

/** Every setting of the house: its description becomes docs/reference/configuration.md. */
export const ENVIRONMENT = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080).describe('Port of the web server.'),
  HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address to listen on; 0.0.0.0 for all, as in a container.'),
  HEARTH_DATA: z
    .string()
    .min(1)
    .default('.hearth')
    .describe(
      'Folder of the embedded database, the generated keys, and what residents send (sealed).',
    ),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' })
    .optional()
    .describe('A PostgreSQL (15 or newer) of your own. Without it the embedded one is used.'),
  HEARTH_KEYS: secret()
    .optional()
    .describe(
      'Encryption keys as JSON, or the path of a JSON file. Without it a file is made in HEARTH_DATA.',
    ),
  HEARTH_DEMO: z
    .stringbool({ truthy: ['1', 'true', 'yes', 'on'], falsy: ['0', 'false', 'no', 'off', ''] })
    .default(false)
    .describe('1 = demonstration: invented cases, and sign-in by itself. Never with real people.'),
  HEARTH_EMBED_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine((origins) => origins.every(isOrigin), {
      error: 'must be origins like https://street.example, with commas between',
    })
    .describe(
      'Sites that may show the chat in a frame with `/embed.js`: their origins, with commas between.',
    ),
  HEARTH_PUBLIC_URL: url()
    .optional()
    .describe(
      'Address under which residents and platforms reach this house. Without it files of advisers do not go out on LINE.',
    ),
  HEARTH_MODEL_URL: url()
    .optional()
    .describe(
      'Base address (`…/v1`) of an OpenAI-compatible endpoint that supposes needs from redacted stories. Without it nothing leaves the house.',
    ),
  HEARTH_MODEL_KEY: secret().optional().describe('Bearer key of that endpoint.'),
  HEARTH_MODEL_NAME: z
    .string()
    .min(1)
    .default('default')
    .describe('Name of the model to ask for, as the endpoint calls it.'),
  HEARTH_OCR: z
    .enum(['off', 'tesseract'])
    .default('off')
    .describe(
      '`tesseract`: photos are read on this machine, and advisers see what paper each seems to be.',
    ),
  LINE_CHANNEL_SECRET: secret()
    .optional()
    .describe('Channel secret; checks the signature. Several with commas while it is changed.'),
  LINE_CHANNEL_ACCESS_TOKEN: secret().optional().describe('Channel access token; sends messages.'),
  LINE_API_BASE_URL: url().optional().describe('Another address of the LINE API, for tests.'),
  LINE_DATA_API_BASE_URL: url()
    .optional()
    .describe('Another address of the LINE API for pictures and sound, for tests.'),
  WECHAT_OA_APP_ID: secret().optional().describe('AppID of the official account (公众号).'),
  WECHAT_OA_APP_SECRET: secret().optional().describe('AppSecret of the official account.'),
  WECHAT_OA_TOKEN: secret().optional().describe('Token of the message callback.'),
  WECHAT_OA_AES_KEY: WECHAT_AES_KEY.optional().describe('EncodingAESKey of the message callback.'),
  WECHAT_OA_API_BASE_URL: url().optional().describe('Another address of the API, for tests.'),
  WECOM_CORP_ID: secret().optional().describe('Corp id of the organisation (企业微信).'),
  WECOM_KF_SECRET: secret().optional().describe('Secret of customer service (微信客服).'),
  WECOM_TOKEN: secret().optional().describe('Token of the callback.'),
  WECOM_AES_KEY: WECHAT_AES_KEY.optional().describe('EncodingAESKey of the callback.'),
  WECOM_ADVISERS_IN: z
    .enum(['console', 'wecom'])
    .default('console')
    .describe(
      'Where advisers write to residents of WeCom: in this console, or in their WeCom client (docs/how-to/connect-wecom-kf.md).',
    ),
  WECOM_API_BASE_URL: url().optional().describe('Another address of the API, for tests.'),
  WECHATY_PUPPET_SERVICE_TOKEN: secret().optional().describe('Token of the puppet service.'),
  WECHATY_PUPPET_SERVICE_ENDPOINT: z
    .string()
    .regex(/^[^\s:]+:\d+$/, 'must be host:port')
    .optional()
    .describe('host:port of the puppet service; it is never looked up at a third party.'),
  HOTLINE_SECRET: z
    .string()
    .min(16)
    .optional()
    .describe('Shared secret that signs work orders of the 12345 hotline; 16 characters or more.'),
  HOTLINE_CALLBACK_URL: url()
    .optional()
    .describe(
      'Where senders of work orders are told what became of them, signed with HOTLINE_SECRET.',
    ),
  SMS_API_URL: url()
    .optional()
    .describe(
      'Where text messages to residents are posted when no other channel reaches them (docs/how-to/channels.md).',
    ),
  SMS_API_SECRET: z
    .string()
    .min(16)
    .optional()
    .describe('Shared secret that signs those posts; 16 characters or more.'),
})

/** A channel is on when all that it needs is set, off when none of it is. */
export const CHANNELS = {
  line: ['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN'],
  'wechat-oa': ['WECHAT_OA_APP_ID', 'WECHAT_OA_APP_SECRET', 'WECHAT_OA_TOKEN', 'WECHAT_OA_AES_KEY'],
  'wecom-kf': ['WECOM_CORP_ID', 'WECOM_KF_SECRET', 'WECOM_TOKEN', 'WECOM_AES_KEY'],
  wechaty: ['WECHATY_PUPPET_SERVICE_TOKEN', 'WECHATY_PUPPET_SERVICE_ENDPOINT'],
  hotline: ['HOTLINE_SECRET'],
  sms: ['SMS_API_URL', 'SMS_API_SECRET'],
} as const satisfies Record<string, readonly (keyof Config)[]>

export type Config = z.infer<typeof ENVIRONMENT>
export type ChannelName = keyof typeof CHANNELS

/**
 * The settings from the environment. An empty variable counts as not set. Throws bad_configuration
 * with the names of the settings that are wrong, never their values.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.entries(environment).filter(([, value]) => value?.trim())
  const parsed = ENVIRONMENT.safeParse(Object.fromEntries(set))
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw problem('bad_configuration', { wrong })
  }
  const half = halfSet(parsed.data)
  if (half.length > 0) throw problem('bad_configuration', { wrong: half })
  return parsed.data
}

/** Settings of a channel that are not set in this environment; empty when it is on. */
export function missingFor(
  name: ChannelName,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return CHANNELS[name].filter((setting) => !environment[setting]?.trim())
}

/** Which channels this house runs. */
export function channelsOn(config: Config): readonly ChannelName[] {
  return channelNames().filter((name) => CHANNELS[name].every((setting) => isSet(config, setting)))
}

/** Half a channel would take messages that it cannot answer. */
function halfSet(config: Config): string[] {
  return channelNames().flatMap((name) => {
    const missing = CHANNELS[name].filter((setting) => !isSet(config, setting))
    if (missing.length === 0 || missing.length === CHANNELS[name].length) return []
    return missing.map((setting) => `${setting}: needed for the channel ${name}`)
  })
}

const channelNames = () => Object.keys(CHANNELS) as ChannelName[]

const isSet = (config: Config, setting: keyof Config) => config[setting] !== undefined
