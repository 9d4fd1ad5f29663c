import type { LegalBasis, Office } from '../documents/office/office.ts'
import { blankNumber } from '../documents/office/document-number.ts'
import type { Block } from '../documents/paper.ts'
import { fullControlWording } from '../facilities/facility-wording.ts'
import type { Hazard } from '../hazards/hazard.schema.ts'
import type { HazardSource } from '../hazards/hazard-codes.ts'
import type {
  AccidentsAtPlace,
  LetterFacts,
  LetterWishes,
  TicketDocument,
  TicketFacts,
} from './letter-facts.ts'
import { blankDay, dayInWords, wide } from './wording.ts'

/** How the brigade came to know of it, up to the comma. */
const openings: Readonly<Record<HazardSource, string>> = {
  '01': '我大队在日常巡逻中发现',
  '02': '我大队在专项排查中发现',
  '03': '我大队在事故研判中发现',
  '04': '我大队在事故现场勘查中发现',
  '05': '根据群众反映，经我大队现场核查',
  '06': '根据上级交办，经我大队现场核查',
  '07': '根据有关部门移送，经我大队现场核查',
  '08': '根据企业、学校反映，经我大队现场核查',
  '09': '根据媒体反映，经我大队现场核查',
  '10': '我大队在隐患治理“回头看”中发现',
  '99': '我大队在工作中发现',
}

export function openingOf({ source }: Pick<Hazard, 'source'>, campaign: string): string {
  if (campaign !== '') return `我大队在“${campaign.replace(/^[“"]|[”"]$/g, '')}”专项行动中发现`
  return openings[source as HazardSource] ?? openings['99']
}

/** Tags of the advice say what is meant; a letter says what is to be done. */
const adviceWords: Readonly<Record<string, string>> = {
  标志标线处置: '完善标志标线',
  警示诱导: '增设警示诱导设施',
  交叉口综合处置: '实施交叉口综合处置，明确路权',
  边坡边沟路域整治: '整治边坡、边沟和路域环境',
  线形土建: '实施线形改善等土建工程',
  照明: '增设照明设施',
  信号灯: '设置或修复交通信号灯',
  限速调整: '合理调整限速',
  封闭开口: '封闭、归并不合理开口',
  清障通视: '清除遮挡，保证通视',
  除沙除冰: '及时清除积沙、积雪、积冰',
  牲畜围栏通道: '修复草场围栏，设置牲畜通道',
  其他: '采取其他必要的治理措施',
}
export const adviceInWords = (item: string): string => adviceWords[item] ?? item

/** 造成4人死亡、11人受伤 */
export function harmInWords({ killed, injured }: Pick<AccidentsAtPlace, 'killed' | 'injured'>): string {
  const harm = [...(killed > 0 ? [`${killed}人死亡`] : []), ...(injured > 0 ? [`${injured}人受伤`] : [])]
  return harm.length === 0 ? '未造成人员伤亡' : `造成${harm.join('、')}`
}

/** 近三年该路段发生一般程序交通事故9起，造成4人死亡、11人受伤。 Nothing is said where nothing happened. */
export function accidentSentence(counted: AccidentsAtPlace | null, where: string): string {
  if (!counted || counted.accidents === 0) return ''
  return `近三年${where}发生一般程序交通事故${counted.accidents}起，${harmInWords(counted)}。`
}

export function basisWords(office: Office, chosen: readonly string[] | undefined): string {
  const byId = (id: string) => office.legalBases.find((basis) => basis.id === id)
  const asked = (chosen ?? []).flatMap((id) => byId(id) ?? [])
  const usual = office.legalBases.filter(({ isUsual }) => isUsual)
  const bases: readonly LegalBasis[] = asked.length > 0 ? asked : usual
  return bases.length === 0 ? '' : `根据${bases.map(({ wording }) => wording).join('、')}规定，`
}

/** What stands there, by its full names; what an officer wrote where nothing is in the inventory. */
export function controlInWords({ standing, hazard }: Pick<TicketFacts, 'standing' | 'hazard'>): string {
  if (standing.length > 0) return fullControlWording(standing)
  return hazard.temporaryControl === 'inPlace' ? (hazard.temporaryControlText ?? '') : ''
}

/** 设置…等临时性管控措施, or in the officer's own words; empty where there is nothing. `de` joins it to a noun: 设置的. */
export function controlClause(facts: Pick<TicketFacts, 'standing' | 'hazard'>, de: '' | '的' = ''): string {
  const said = controlInWords(facts)
  if (said === '') return ''
  return facts.standing.length > 0 ? `设置${de}${said}等临时性管控措施` : `采取${de}临时性管控措施（${said}）`
}

/** 文号 and 成文日期: as recorded, else as wished, else room to write. */
export function numberAndDay(
  document: TicketDocument | undefined,
  prefix: string,
  { number, datedOn }: LetterWishes,
): { number: string; day: string } {
  const on = document?.deliveredOn ?? datedOn
  return { number: document?.number ?? number ?? blankNumber(prefix), day: on ? dayInWords(on) : blankDay }
}

/** 附注: whom to ask. */
export function contactBlocks({ contact, phone }: Office): Block[] {
  const parts = [...(contact ? [`联系人：${contact}`] : []), ...(phone ? [`电话：${phone}`] : [])]
  return parts.length === 0 ? [] : [{ kind: 'paragraph', text: `（${parts.join('，')}）` }]
}

/** 抄送: each once, and not whoever the letter is to. */
export function copiesOf(named: readonly (string | null)[], office: Office, recipient: string): string[] {
  const all = [...named, ...office.copyTo.split(/[、，,；;]/)].map((name) => (name ?? '').trim())
  return [...new Set(all)].filter((name) => name !== '' && name !== recipient)
}

export const copyBlocks = (to: readonly string[]): Block[] => (to.length > 0 ? [{ kind: 'copies', to }] : [])

/** Invented data are marked on every page, whatever the office has put there. */
export function watermarkOf({ hazard, office }: Pick<LetterFacts, 'hazard' | 'office'>): {
  watermark?: string
} {
  const marks = [...(hazard.demo ? ['演示数据'] : []), ...(office.watermark ? [office.watermark] : [])]
  return marks.length > 0 ? { watermark: marks.join(wide) } : {}
}

/** 主送: as wished, else the responsible unit, else room to write. */
export const recipientOf = ({ hazard }: Pick<LetterFacts, 'hazard'>, { recipient }: LetterWishes): string =>
  recipient ?? hazard.responsibleUnitName ?? wide.repeat(8)
