import type { Flow } from '../../../core/dialog/flow/schema.ts'
import { say } from '../texts.ts'
import { renderFlow } from '../yaml/render.ts'

type Wanted = Pick<Flow, 'kind' | 'title'>

/** The least that is a flow: a new document begins with it. */
export function flowTemplate(path: string, { kind, title }: Wanted): string {
  const id = path.replace(/^.*\/|\.yaml$/g, '').replaceAll('-', '_')
  return `# yaml-language-server: $schema=./flow.schema.json
format: hearth-flow/1
id: ${id}
title: ${renderFlow(title.trim())}
owner: ${say('template.owner')}
kind: ${kind}
source_language: zh-CN
languages: [zh-CN]

slots: {}

defaults:
  retries: 2
  silence:
    - after: 7d
      park: true

steps:
  - id: ${kind === 'help' ? 'welcome' : `${id}_1`}
    say: ${say(kind === 'help' ? 'template.welcome' : 'template.first')}
`
}
