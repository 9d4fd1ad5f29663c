import { calibreNames } from '../accidents/calibre.ts'
import { both, docsDocument, escapeHtml, list, table } from '../http/docs-parts.ts'
import { presetList } from './preset-list.ts'
import type { OwnRule } from './preset.queries.ts'
import type { PresetView } from './preset.schema.ts'

type Value = unknown

/** Every number of a rule under the name that a run keeps it by, as deep as the rule goes. */
function numbers(value: Value): string {
  if (Array.isArray(value)) return list(value.map(numbers))
  if (typeof value !== 'object' || value === null) return escapeHtml(String(value))
  const facts = value as Readonly<Record<string, Value>>
  if (typeof facts['zh'] === 'string' && typeof facts['en'] === 'string')
    return both({ zh: facts['zh'], en: facts['en'] })
  return list(
    Object.entries(facts).map(([name, fact]) => `<code>${escapeHtml(name)}</code> ${numbers(fact)}`),
  )
}

const presetRow = ({
  id,
  version,
  name,
  criterion,
  source,
  longestPeriodDays,
  calibre,
  parameters,
}: PresetView) => [
  `${id}<br>${both(name)}<br><small>v${version}</small>`,
  both(criterion),
  `≤ ${longestPeriodDays} 日${calibre ? `<br>${both(calibreNames[calibre])}` : ''}`,
  numbers(parameters),
  both(source),
]

/** 事故多发点段规则: every rule with all its numbers and where it is from, as the next screening will use it. */
export function rulesPage(own: OwnRule | undefined): string {
  const { items, weights, qualifications } = presetList(own)
  return docsDocument(
    { zh: '事故多发点段规则', en: 'Rules for accident-prone places' },
    `<p>每次筛查把当时的规则、截止时间、口径一并存下，以后改规则不影响旧结果。没有一条作为部颁规定引用；P0 由大队按文件录入。
<br><small lang="en">A screening keeps the rule as it was, its cut-off and its calibre; later changes leave old results alone. None is quoted as the ministry's; P0 is entered by the brigade from its document.</small></p>
${table(['规则 · Rule', '判定 · Criterion', '统计期 · Period', '参数 · Numbers', '出处 · Source'], items.map(presetRow))}
<h2>严重程度权重 · Weights</h2>${table(
      ['权重 · Weights', '公式 · Formula', '出处 · Source'],
      weights.map(({ id, version, name, formula, source }) => [
        `${both(name)}<br><code>${id}</code> <small>v${version}</small>`,
        both(formula),
        both(source),
      ]),
    )}
<h2>计入哪些事故 · Which accidents count</h2>${table(
      ['代码 · Code', '含义 · Meaning'],
      qualifications.map(({ id, text }) => [`<code>${id}</code>`, both(text)]),
    )}`,
  )
}
