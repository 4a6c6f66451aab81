import { problem } from '../../../core/errors.ts'

/** The packages of wechaty: optional, since most houses run without them. */
export type PuppetPackages = {
  readonly PuppetService: typeof import('wechaty-puppet-service').PuppetService
  readonly FileBox: typeof import('file-box').FileBox
}

/**
 * Loads the client of a wechaty puppet service. The puppet is used as it is: the classes of `wechaty`
 * above it ask the gateway for the contact card of every sender, and lose a message whose card does
 * not come. Throws `bad_configuration` when the packages are not there.
 */
export async function loadPuppet(): Promise<PuppetPackages> {
  // It is read when they are loaded. They would write what people say into the log.
  process.env.WECHATY_LOG ??= 'silent'
  try {
    const [{ PuppetService }, { FileBox }] = await Promise.all([
      import('wechaty-puppet-service'),
      import('file-box'),
    ])
    return { PuppetService, FileBox }
  } catch (error) {
    throw problem('bad_configuration', { wrong: [MISSING] }, error)
  }
}

const MISSING =
  'WECHATY_PUPPET_SERVICE_TOKEN: the channel wechaty needs packages that are not installed: npm install wechaty wechaty-puppet wechaty-puppet-service'
