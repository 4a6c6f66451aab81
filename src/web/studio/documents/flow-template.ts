import { say } from '../texts.ts'

/** The least that is a flow: an empty document begins with it. */
export function flowTemplate(path: string): string {
  const id = path.replace(/^.*\/|\.yaml$/g, '').replaceAll('-', '_')
  return `# yaml-language-server: $schema=./flow.schema.json
format: hearth-flow/1
id: ${id}
title: ${say('template.title')}
owner: ${say('template.owner')}
kind: help
source_language: zh-CN
languages: [zh-CN]

slots:

defaults:
  retries: 2
  silence:
    - after: 7d
      park: true

steps:
  - id: welcome
    say: ${say('template.welcome')}
`
}
