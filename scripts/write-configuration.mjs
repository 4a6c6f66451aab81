// Writes docs/reference/configuration.md from the schema of the settings; tests/house compares.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { configurationPage } from '../src/edge/configuration-page.ts'

writeFileSync(join(import.meta.dirname, '../docs/reference/configuration.md'), configurationPage())
