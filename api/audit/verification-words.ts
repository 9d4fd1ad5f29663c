import type { Text } from '../http/text.ts'
import type { ChainFinding } from './chain-walk.ts'

export type AuditFinding =
  | ChainFinding
  | { readonly kind: 'anchorChanged'; readonly day: string }
  | { readonly kind: 'anchorDiffers'; readonly day: string }

const numbers = (from: number, to: number): Text =>
  from === to
    ? { zh: `第 ${from} 条`, en: `Entry ${from}` }
    : { zh: `第 ${from}—${to} 条`, en: `Entries ${from}–${to}` }

function chainWords(finding: ChainFinding): Text {
  const { zh, en } = numbers(finding.from, finding.to)
  if (finding.kind === 'changed')
    return {
      zh: `${zh}被改动：内容与校验值不符。`,
      en: `${en}: changed; the content no longer gives its hash.`,
    }
  if (finding.kind === 'inserted')
    return {
      zh: `${zh}是后来插入的：后一条不承接它。`,
      en: `${en}: inserted later; the entry after it does not follow it.`,
    }
  if (finding.kind === 'missing') return { zh: `${zh}被删除。`, en: `${en}: removed.` }
  if (finding.kind === 'unlinked')
    return {
      zh: `${zh}与前一条不衔接：前一条被重写。`,
      en: `${en}: not linked; the entry before was written again.`,
    }
  if (finding.kind === 'moved')
    return {
      zh: `${zh}被改了顺序：原为第 ${finding.was} 条${finding.to > finding.from ? '起' : ''}。`,
      en: `${en}: moved; formerly ${finding.to > finding.from ? 'from ' : ''}number ${finding.was}.`,
    }
  if (finding.kind === 'cut')
    return {
      zh: `末尾被截断：${finding.day} 存证时已有 ${zh}。`,
      en: `The tail was cut off: on ${finding.day} there were also: ${en.toLowerCase()}.`,
    }
  return {
    zh: `${zh}与 ${finding.day} 的存证不符：这条或更早的记录被整体重写。`,
    en: `${en}: differs from the anchor of ${finding.day}; it or earlier entries were written again as a whole.`,
  }
}

export function findingInWords(finding: AuditFinding): Text {
  if (finding.kind === 'anchorChanged')
    return {
      zh: `${finding.day} 的存证被改动或它前面的存证被删除。`,
      en: `The anchor of ${finding.day} was changed, or one before it was removed.`,
    }
  if (finding.kind === 'anchorDiffers')
    return {
      zh: `${finding.day} 的存证与库外存证文件不一致。`,
      en: `The anchor of ${finding.day} differs from the file kept outside the database.`,
    }
  return chainWords(finding)
}

export interface Outcome {
  readonly holds: boolean
  readonly entries: number
  readonly anchors: number
  readonly anchoredOn: string | null
  readonly findings: readonly { readonly text: Text }[]
}

/** The outcome as one sentence; the findings follow it line by line. */
export function outcomeInWords({ holds, entries, anchors, anchoredOn, findings }: Outcome): Text {
  const until = anchoredOn
    ? {
        zh: `，存证 ${anchors} 次，最近 ${anchoredOn}`,
        en: `, ${anchors} anchors, the last of ${anchoredOn}`,
      }
    : { zh: '，尚无存证：末尾被截断时无从发现', en: ', no anchor yet: a tail cut off would not be seen' }
  return holds
    ? {
        zh: `审计记录完整：${entries} 条逐条核对无误${until.zh}。`,
        en: `The audit trail holds: ${entries} entries proved${until.en}.`,
      }
    : {
        zh: `审计记录被动过：核对 ${entries} 条，发现 ${findings.length} 处问题。请保全数据库与备份，报告督察。`,
        en: `The audit trail was tampered with: ${entries} entries, ${findings.length} findings. Secure the database and its backups, and report to the inspector-general.`,
      }
}
