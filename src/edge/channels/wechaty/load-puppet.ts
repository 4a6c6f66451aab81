import { problem } from '../../../core/errors.ts'
import type { PuppetPackages } from './puppet.ts'

/**
 * Loads the client of a wechaty puppet service. The puppet is used as it is: the classes of `wechaty`
 * above it ask the gateway for the contact card of every sender, and lose a message whose card does
 * not come. Throws `bad_configuration` when the packages are not there.
 */
export async function loadPuppet(): Promise<PuppetPackages> {
  // It is read when they are loaded. They would write what people say into the log.
  process.env.WECHATY_LOG ??= 'silent'
  try {
    const [service, files] = await Promise.all(PACKAGES.map((name) => import(name)))
    return { PuppetService: service.PuppetService, FileBox: files.FileBox }
  } catch (error) {
    throw problem('bad_configuration', { wrong: [MISSING] }, error)
  }
}

/** Names and no literals: the compiler must not look for what may not be there. */
const PACKAGES: readonly string[] = ['wechaty-puppet-service', 'file-box']

const MISSING =
  'WECHATY_PUPPET_SERVICE_TOKEN: the channel wechaty needs packages that are not installed: npm install wechaty wechaty-puppet wechaty-puppet-service'
