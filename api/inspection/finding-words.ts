import { facilityKinds } from '../facilities/facility-kinds.ts'
import { farAwayMetres } from '../hazards/photos/photo-findings.ts'
import { photoStages, type PhotoStage } from '../hazards/photos/photo-stages.ts'
import type { Text } from '../http/text.ts'

export type Detail = Readonly<Record<string, string | number | boolean | null>>

interface Finding {
  /** false: to be watched, not yet wrong. */
  readonly isBad: boolean
  readonly words: (detail: Detail) => Text
}

const fixed = (zh: string, en: string) => (): Text => ({ zh, en })
const kindOf = ({ kind }: Detail) => facilityKinds[kind as keyof typeof facilityKinds]
const procedures: Readonly<Record<string, Text>> = {
  general: { zh: '一般程序', en: 'general procedure' },
  simple: { zh: '简易程序', en: 'simple procedure' },
  self: { zh: '自行协商', en: 'self-settled' },
}

function accidentWords(d: Detail): Text {
  const { zh, en } = procedures[String(d.procedure)]!
  const reported = d.reported === true && d.procedure === 'general'
  return {
    zh: `${d.day} 距此 ${d.metres} 米发生事故 ${d.accident}（${zh}${reported ? '，统计' : ''}），死亡 ${d.killed} 人、受伤 ${d.injured} 人；当时本隐患未整改到位`,
    en: `${d.day}: accident ${d.accident} (${en}${reported ? ', reported' : ''}) ${d.metres} m away, ${d.killed} killed, ${d.injured} injured; this hazard was open then`,
  }
}

const bad = (words: Finding['words']): Finding => ({ isBad: true, words })
const watch = (words: Finding['words']): Finding => ({ isBad: false, words })

const findings: Readonly<Record<string, Finding>> = {
  noPlace: bad(fixed('没有图上位置，无法与现场核对', 'Has no place on the map')),
  noPhotos: watch(fixed('没有照片', 'Has no photo')),
  photoFar: bad((d) => ({
    zh: `${d.photos} 张照片的拍摄位置距隐患 ${d.metres} 米，超过 ${farAwayMetres} 米`,
    en: `${d.photos} photos were taken ${d.metres} m away, more than ${farAwayMetres} m`,
  })),
  evidenceMissing: bad((d) => {
    const stages = String(d.stages)
      .split(',')
      .map((stage) => photoStages[stage as PhotoStage])
    return {
      zh: `环节已办，但没有${stages.map(({ zh }) => `“${zh}”`).join('、')}照片`,
      en: `The act was done, but there is no photo of: ${stages.map(({ en }) => en).join(', ')}`,
    }
  }),
  gap: bad((d) => ({
    zh: `${d.year} 年的这个编号已发出，但台账里没有这条隐患`,
    en: `This number of ${d.year} was given out, but there is no such ticket`,
  })),
  gapAfterUndo: watch((d) => ({
    zh: `${d.year} 年的这个编号空缺：它属于已删除的演示数据，审计里有记录`,
    en: `This number of ${d.year} is vacant: it belonged to the demo data that was removed, see the audit trail`,
  })),
  acceptedBeforeDone: bad((d) => ({
    zh: `验收日期 ${d.accepted} 早于整改完成 ${d.done}`,
    en: `Accepted on ${d.accepted}, before the remedy was done on ${d.done}`,
  })),
  photoBeforeFound: bad((d) => ({
    zh: `照片拍摄于 ${d.taken}，早于发现（整改后的照片：早于整改开始）`,
    en: `A photo was taken on ${d.taken}, before the hazard was found (or before its remedy began)`,
  })),
  photoReused: bad((d) => ({
    zh: `同一张照片也用在 ${d.other}`,
    en: `The same photo is also used in ${d.other}`,
  })),
  outOfOrder: bad((d) => ({
    zh: `${d.day} 的办理环节与前一环节的状态不衔接`,
    en: `The act of ${d.day} does not follow the status before it`,
  })),
  registeredBeforeFound: bad((d) => ({
    zh: `登记早于发现时间 ${d.found}`,
    en: `Registered before it was found on ${d.found}`,
  })),
  noDocumentNumber: bad(fixed('抄告没有文号', 'The notice has no document number')),
  noReceipt: bad((d) => ({
    zh: `${d.since} 抄告，应于 ${d.dueOn} 前签收，已超 ${d.days} 天，没有回执`,
    en: `Notified on ${d.since}, to be signed for by ${d.dueOn}: ${d.days} days late, no receipt`,
  })),
  receiptNotKept: watch(
    fixed('已登记签收，但没有回执日期或回执照片', 'Signed for, but neither date nor photo of the receipt'),
  ),
  notUrged: bad((d) => ({ zh: `逾期 ${d.days} 天，没有催办`, en: `${d.days} days overdue and never urged` })),
  dueMoved: bad((d) => ({
    zh: `整改时限由 ${d.from} 改为 ${d.to}，没有批准的延期`,
    en: `The due date moved from ${d.from} to ${d.to} without a granted extension`,
  })),
  dueCorrected: watch((d) => ({
    zh: `整改时限由 ${d.from} 更正为 ${d.to}，没有延期；更正经大队领导批准，理由见档案`,
    en: `The due date was corrected from ${d.from} to ${d.to}, without an extension; a leader approved it`,
  })),
  extensionWaits: watch((d) => ({
    zh: `${d.since} 申请延期，应于 ${d.dueOn} 前批复，已超 ${d.days} 天`,
    en: `An extension asked for on ${d.since} was to be decided by ${d.dueOn}: ${d.days} days late`,
  })),
  notDelisted: bad((d) => ({
    zh: `已销号但没有摘牌（挂牌文号 ${d.document}）`,
    en: `Closed but not delisted (listed by ${d.document})`,
  })),
  listedTooLong: bad((d) => ({
    zh: `挂牌要求完成日已过 ${d.days} 天（${d.document}）`,
    en: `${d.days} days past the date required by the listing (${d.document})`,
  })),
  listingUnanswered: watch((d) => ({
    zh: `提请挂牌已 ${d.days} 天没有结果`,
    en: `Proposed for listing ${d.days} days ago without an answer`,
  })),
  levelWithoutListing: watch(
    fixed(
      '督办级别为旗级以上，但没有挂牌记录',
      'Supervised by the banner or above without a record of the listing',
    ),
  ),
  facilityMissing: bad((d) => ({
    zh: `${kindOf(d).zh}缺失或被盗`,
    en: `${kindOf(d).en}: missing or stolen`,
  })),
  facilityFault: watch((d) => ({ zh: `${kindOf(d).zh}故障`, en: `${kindOf(d).en}: faulty` })),
  inspectionLate: watch((d) => ({
    zh: `${kindOf(d).zh}巡检超期 ${d.days} 天`,
    en: `${kindOf(d).en}: inspection ${d.days} days late`,
  })),
  casualtiesAtOpen: bad(accidentWords),
  accidentAtOpen: watch(accidentWords),
}

export const findingOf = (code: string): Finding => findings[code]!
