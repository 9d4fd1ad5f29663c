import { hazardStatuses, type HazardStatus } from '../hazards/hazard-status.ts'
import type { Hazard } from '../hazards/hazard.schema.ts'
import type { Text } from '../http/text.ts'

const statusOf = (status: number): Text =>
  hazardStatuses[status as HazardStatus] ?? { zh: String(status), en: String(status) }

export const letterMessages = {
  withdrawn: (reason: string): Text => ({
    zh: `这条隐患已作废（${reason}），不再出具文书。`,
    en: `The hazard was withdrawn (${reason}); no document is made of it.`,
  }),
  ended: (kind: Text): Text => ({
    zh: `这条隐患已合并或不予立项，不出具${kind.zh}；请打开并入的那一条。`,
    en: `The hazard was merged or not taken on: there is no ${kind.en} of it. Open the one it went into.`,
  }),
  notReviewed: (kind: Text): Text => ({
    zh: `这条隐患还没有研判立项，责任单位、时限未定，不能出具${kind.zh}。请先研判。`,
    en: `The hazard has not been reviewed: unit and due date are open, so there is no ${kind.en} yet. Review it first.`,
  }),
  nothingToUrge: ({ status, dueDate, overdueDays }: Hazard): Text => {
    if (status !== 30 && status !== 40)
      return {
        zh: `隐患状态为“${statusOf(status).zh}”，没有需要催办的事项；催办适用于待签收、整改中。`,
        en: `The hazard is "${statusOf(status).en}": nothing is to be urged. Urging applies while it waits for the receipt or is being remedied.`,
      }
    const due = dueDate && overdueDays === 0 ? `整改时限为 ${dueDate}，` : ''
    return {
      zh: `${due}还没有逾期，签收也没有超期，不需要催办函。`,
      en: `Nothing is overdue${dueDate ? ` (due on ${dueDate})` : ''}: no urging letter is needed.`,
    }
  },
  noExtension: (status: number): Text => ({
    zh: `隐患状态为“${statusOf(status).zh}”，没有延期申请，也不在治理期内；延期适用于待签收、整改中。`,
    en: `The hazard is "${statusOf(status).en}" and no extension was asked for. Extensions apply while it is being remedied.`,
  }),
  unknownHazards: (count: number): Text => ({
    zh: `所选隐患中有 ${count} 条不存在或已作废，请重新选择。`,
    en: `${count} of the chosen hazards do not exist or were withdrawn. Choose again.`,
  }),
  notForListing: (numbers: readonly string[]): Text => ({
    zh: `${numbers.join('、')} 还没有立项或已经结束，不能提请挂牌督办，请去掉后再生成报告。`,
    en: `${numbers.join(', ')} were not taken on or have ended and cannot be proposed for a listing. Leave them out.`,
  }),
  emptyRound: (): Text => ({
    zh: '所选范围内没有到期需要巡检的设施，请改选日期、路线或中队。',
    en: 'No facility of this choice is due for inspection. Choose another day, road or squad.',
  }),
} as const
