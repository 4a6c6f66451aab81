import type { CaseFile } from '../../../core/casework/case-file.ts'
import type { WaitingCase } from '../../../work/ports/desk.ts'
import { type Html, html } from '../html.ts'
import type { Texts } from '../texts.ts'
import { type IndicatorView, indicatorsOf } from './indicators.ts'
import { marginWords } from './margin-words.ts'
import { gradeWords, pointsWords } from './row-words.ts'

/** Why this grade: each indicator with its points, the verdict and the words it rests on. */
export function why(row: WaitingCase, file: CaseFile, texts: Texts): Html {
  const { say } = texts
  const title =
    row.grade === null ? say('case.why_none') : say('case.why', { grade: gradeWords(row, texts) })
  const margin = marginWords(file, texts)
  return html`<h2 id="why">${title}</h2>
<p>${pointsWords(row, texts)} · ${say('case.provisional')}</p>
${margin !== null && html`<p class="margin">${margin}</p>`}
<table role="table"><thead role="rowgroup"><tr role="row">${COLUMNS.map((name) => html`<th role="columnheader" scope="col">${say(`case.indicators.${name}`)}</th>`)}</tr></thead>
<tbody role="rowgroup">${indicatorsOf(file).map((each) => line(each, texts))}</tbody></table>`
}

const COLUMNS = ['name', 'points', 'verdict', 'basis'] as const

function line(each: IndicatorView, { say }: Texts): Html {
  const verdict = each.deprived === null ? 'unknown' : each.deprived ? 'yes' : 'no'
  const cells = {
    name: html`${each.name}`,
    points: html`${[...new Set(each.points)].join('–')}/${each.weight}`,
    verdict: html`${say(`case.verdict.${verdict}`)}`,
    basis: basis(each, say),
  }
  return html`<tr role="row" class="${verdict}">${COLUMNS.map((name) => html`<td role="cell" data-label="${say(`case.indicators.${name}`)}">${cells[name]}</td>`)}</tr>
`
}

function basis({ quotes, answers }: IndicatorView, say: Texts['say']): Html {
  if (quotes.length + answers.length === 0) return html`${say('case.basis.none')}`
  return html`<ul>${quotes.map((quote) => html`<li><q>${quote}</q> <span class="small">${say('case.basis.quote')}</span></li>`)}
${answers.map(({ reads, basis }) => html`<li>${reads} <span class="small">${say(`case.basis.${basis}`)}</span></li>`)}</ul>`
}
