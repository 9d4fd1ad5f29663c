import { onlyFor, type Permission } from '../../auth/permissions.ts'
import { mayAct, posts } from '../../auth/posts.ts'
import { personKindWords } from '../../audit/audit-words.ts'
import { both, docsDocument, escapeHtml, list, table } from '../../http/docs-parts.ts'
import { clockIds, clockRule, type ClockId } from '../clocks/clock-times.ts'
import { fieldName } from '../field-names.ts'
import type { HazardActionId } from '../hazard-actions.ts'
import { hazardStatuses, type HazardStatus } from '../hazard-status.ts'
import { isParallel, transitionEntries, type Transition } from '../life-cycle.ts'
import { conditions } from './conditions.ts'
import { allowedTime } from './life-cycle-view.ts'
import { lifeInProse } from './life-in-prose.ts'
import { photoStages } from '../photos/photo-stages.ts'

const status = (code: HazardStatus) => `${code} ${escapeHtml(hazardStatuses[code].zh)}`
function needsOf(act: Transition): string {
  const fields = (names: readonly Parameters<typeof fieldName>[0][] | undefined, when: string) =>
    (names ?? []).map((name) => `${when}${escapeHtml(fieldName(name).zh)}`)
  return list([
    ...fields(act.required, ''),
    ...fields(act.requiredWhenMajor, '重大：'),
    ...fields(act.requiredWhenListed, '挂牌：'),
    ...fields(act.requiredWhenListedAbove, '旗级及以上挂牌：'),
    ...(act.evidence ?? []).map((stage) => `照片：${photoStages[stage].zh}`),
    ...(act.evidenceUnless === 'receiptToFollow' ? ['（可选“回执后补”）'] : []),
    ...(act.evidenceUnless === 'facilitiesInPlace' ? ['（现场已有在用设施的，不另要照片）'] : []),
    ...(act.conditions ?? []).map((id) => `条件不符时：${escapeHtml(conditions[id].text.zh)}`),
    ...(act.isProposal ? ['只作拟办，不改动隐患内容'] : []),
    ...(act.notBy ?? []).map((by) => `不得与“${by === 'register' ? '登记' : actName(by)}”为同一人`),
  ])
}
const actName = (id: HazardActionId) => transitionEntries.find(([known]) => known === id)![1].zh

const clockList = (clocks: readonly ClockId[] = []) =>
  list(clocks.map((id) => `${escapeHtml(clockRule(id).zh)} ${allowedTime(clockRule(id).allowed).zh}`))

const onlyWords = (permission: Permission) => {
  const kind = onlyFor(permission)
  return kind ? `<br>（限${personKindWords(kind).zh}）` : ''
}

const actRows = (wanted: (id: HazardActionId) => boolean) =>
  transitionEntries
    .filter(([id]) => wanted(id))
    .map(([id, act]) => [
      `${act.rule} ${both(act)}<br><code>${id}</code>`,
      act.from.map(status).join('<br>'),
      act.to === undefined ? '不变' : status(act.to),
      both(act.who) + onlyWords(act.permission),
      needsOf(act),
      clockList(act.answers),
      clockList(act.starts),
    ])

const actHead = [
  ...['办理 · Act', '从 · From', '到 · To', '谁 · Who', '必填与证据 · Needs'],
  ...['应在时限内 · Within', '起算时限 · Starts'],
]
const clockRows = () =>
  clockIds.map((id) => {
    const { zh, en, allowed, allowedWhenUrgent, note } = clockRule(id)
    return [
      both({ zh, en }),
      both(allowedTime(allowed)),
      allowedWhenUrgent ? both(allowedTime(allowedWhenUrgent)) : '–',
      note ? both(note) : '–',
    ]
  })
const rightRows = () =>
  transitionEntries.map(([, act]) => [both(act), ...mayAct(act.permission).map((may) => (may ? '✓' : '–'))])

/** 办理规则: states, acts, clocks and rights on one page, from the table itself. */
export const lifeCyclePage = (): string =>
  docsDocument(
    { zh: '隐患办理规则', en: 'Life of a hazard' },
    `${lifeInProse.map((text) => `<p>${both(text)}</p>`).join('\n')}
<h2>主线 · Main track</h2>${table(
      actHead,
      actRows((id) => !isParallel(id)),
    )}
<h2>并行办理 · Beside it</h2>${table(actHead, actRows(isParallel))}
<h2>时限 · Clocks</h2><p>预警：蓝≤15日，黄≤7日，橙≤3日，红为逾期。只有批准的延期（含冬季停工）才移动整改时限，原时限永远可见。</p>
${table(['时限 · Clock', '一般 · Usual', '从紧 · Urgent', '说明 · Note'], clockRows())}
<h2>权限 · Rights</h2>${table(['办理 · Act', ...posts.map(both)], rightRows())}`,
  )
