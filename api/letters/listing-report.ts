import type { Office } from '../documents/office/office.ts'
import { blankNumber } from '../documents/office/document-number.ts'
import type { Block, Paper } from '../documents/paper.ts'
import { fullControlWording } from '../facilities/facility-wording.ts'
import { hazardLevels, supervisionLevels, type SupervisionLevel } from '../hazards/hazard-codes.ts'
import type { AccidentsAtPlace, LetterWishes, TicketFacts } from './letter-facts.ts'
import {
  accidentSentence,
  adviceInWords,
  basisWords,
  contactBlocks,
  controlInWords,
  copiesOf,
  copyBlocks,
  harmInWords,
  watermarkOf,
} from './letter-phrases.ts'
import { placeInSentence, placeInTitle, thatPlace } from './letter-place.ts'
import { levelsInWords, roadsInWords, townshipsInWords, typesInWords } from './report-counts.ts'
import {
  blankDay,
  dayInWords,
  enumerated,
  itemsOf,
  secondRank,
  sentence,
  thirdRank,
  wanWords,
} from './wording.ts'

export interface ReportFacts {
  readonly office: Office
  readonly today: string
  readonly tickets: readonly TicketFacts[]
  /** Of all places together; an accident at two of them counts once. */
  readonly accidents: AccidentsAtPlace
}

const title = '关于道路交通安全隐患挂牌督办的报告'
const para = (text: string): Block => ({ kind: 'paragraph', text })
const heading = (level: 1 | 2, text: string): Block => ({ kind: 'heading', level, text })

function overview({ tickets, accidents }: ReportFacts): Block[] {
  const spread = `按类型分：${typesInWords(tickets)}；按道路分：${roadsInWords(tickets)}；按属地分：${townshipsInWords(tickets)}。`
  const harm =
    accidents.accidents === 0
      ? ''
      : `截至${dayInWords(accidents.until)}，上述地点近三年共发生一般程序交通事故${accidents.accidents}起（同一起事故只计一次），${harmInWords(accidents)}。`
  return [
    heading(1, '一、总体情况'),
    para(
      `经排查研判，拟提请挂牌督办的道路交通安全隐患共${tickets.length}处，其中${levelsInWords(tickets)}。${spread}${harm}`,
    ),
  ]
}

function outstanding(ticket: TicketFacts, index: number): Block[] {
  const { hazard, accidents } = ticket
  const level = hazard.level === null ? '' : `隐患等级：${hazardLevels[hazard.level].zh}。`
  const items = itemsOf(hazard.description).join('；') || hazard.title
  const cause = hazard.analysis ? `成因分析：${sentence(itemsOf(hazard.analysis).join('；'))}` : ''
  const advice = itemsOf(hazard.advice).map(adviceInWords)
  const advised = advice.length > 0 ? `建议：${sentence(advice.join('；'))}` : ''
  return [
    heading(2, `${secondRank(index)}${placeInSentence(hazard)}`),
    para(`${level}隐患情况：${sentence(items)}${accidentSentence(accidents, thatPlace(hazard))}${cause}`),
    para(`${advised}治理责任单位：${hazard.responsibleUnitName ?? '待明确'}。`),
  ]
}

/** 临时管控不等于治理; where there is none, the report does not hide it. */
function controls({ tickets }: ReportFacts): Block[] {
  const guarded = tickets.filter((ticket) => controlInWords(ticket) !== '')
  const bare = tickets.filter((ticket) => controlInWords(ticket) === '')
  const standing = guarded.flatMap((ticket) => ticket.standing)
  const total = standing.length > 0 && guarded.length > 1 ? `，共设置${fullControlWording(standing)}` : ''
  const each = guarded.map(
    (ticket) =>
      `${placeInTitle(ticket.hazard)}${ticket.standing.length > 0 ? '设置' : '：'}${controlInWords(ticket)}`,
  )
  const said =
    guarded.length === 0
      ? []
      : [
          para(
            `治理完成前，我大队已在${guarded.length}处隐患采取临时性管控措施${total}：${enumerated(each, secondRank)}`,
          ),
        ]
  const unsaid =
    bare.length === 0
      ? []
      : [
          para(
            `尚未采取临时性管控措施的有${bare.length}处：${sentence(bare.map(({ hazard }) => placeInTitle(hazard)).join('、'))}`,
          ),
        ]
  return [heading(1, '三、已采取的临时管控措施'), ...said, ...unsaid]
}

const usualLevel: SupervisionLevel = 2

/** 级别、单位、时限: as it was proposed or stands, else what is usual. */
function listingAdvice({ hazard, records }: TicketFacts, office: Office): string {
  const listing = records.listings.findLast(({ state }) => state === 'requested' || state === 'listed')
  const level = (listing?.level ?? usualLevel) as SupervisionLevel
  const due = listing?.requiredBy ?? hazard.dueDate
  return [
    `${placeInTitle(hazard)}：建议列为${supervisionLevels[level].zh}挂牌督办`,
    `督办单位${listing?.listingUnit ?? office.supervisingBody}`,
    `治理责任单位${hazard.responsibleUnitName ?? '待明确'}`,
    ...(hazard.regulatorUnitName ? [`行业主管单位${hazard.regulatorUnitName}`] : []),
    ...(hazard.fundsWan ? [`治理资金${wanWords(hazard.fundsWan)}`] : []),
    due ? `治理时限${dayInWords(due)}` : '治理时限由督办单位确定',
  ].join('，')
}

function emergencies({ tickets }: ReportFacts): Block[] {
  const advised = tickets.flatMap(({ hazard }) => {
    const items = itemsOf(hazard.emergencyAdvice).join('；')
    return items === '' ? [] : [`${placeInTitle(hazard)}：${items}`]
  })
  const general =
    '请治理责任单位制定治理期间应急预案，落实值守人员和应急物资；遇大风沙尘、雨雪冰冻、团雾等恶劣天气，由公安交管、养护等单位联动，及时采取限速、分流、绕行、临时封闭等措施。'
  return [
    heading(1, '五、应急管理意见建议'),
    ...advised.map((text, index) => para(sentence(`${thirdRank(index)}${text}`))),
    para(general),
  ]
}

/** 上行文: one matter, the signer named beside the number, and a request to decide at the end. */
export function listingReportPaper(facts: ReportFacts, wishes: LetterWishes = {}): Paper {
  const { office, tickets } = facts
  const recipient = wishes.recipient ?? office.reportTo
  const opening = `为及时消除道路交通安全隐患，预防道路交通事故，${basisWords(office, wishes.basis)}现将有关情况和挂牌督办意见建议报告如下：`
  const isDemo = tickets.find(({ hazard }) => hazard.demo) ?? tickets[0]!
  return {
    title,
    layout: 'letter',
    ...watermarkOf({ hazard: isDemo.hazard, office }),
    blocks: [
      {
        kind: 'letterhead',
        organ: office.letterhead,
        number: wishes.number ?? blankNumber(office.reportPrefix),
        signer: office.signer,
      },
      { kind: 'title', text: title },
      { kind: 'paragraph', text: `${recipient}：`, at: 'flush' },
      para(opening),
      ...overview(facts),
      heading(1, '二、突出隐患'),
      ...tickets.flatMap(outstanding),
      ...controls(facts),
      heading(1, '四、挂牌督办意见建议'),
      ...tickets.map((ticket, index) => para(sentence(thirdRank(index) + listingAdvice(ticket, office)))),
      ...emergencies(facts),
      para(office.reportClosing),
      {
        kind: 'attachments',
        names: ['挂牌督办道路交通安全隐患清单', '隐患现场照片及位置示意图'],
      },
      {
        kind: 'signature',
        organ: `${office.organ}（印章）`,
        date: wishes.datedOn ? dayInWords(wishes.datedOn) : blankDay,
      },
      ...contactBlocks(office),
      ...copyBlocks(copiesOf([], office, recipient)),
    ],
  }
}
