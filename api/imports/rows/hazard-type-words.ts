import { hazardTypeIds, hazardTypes, type HazardType } from '../../hazards/hazard-codes.ts'
import { halfWidth, noted, toCheck, unread, read, type CellReading } from '../cells/cell-reading.ts'
import type { Cell } from '../import-types.ts'
import { hazardRowMessages } from './hazard-messages.ts'

/** Words of ledgers for a type, the surer ones first: of two that overlap the earlier is taken. */
const words: readonly (readonly [HazardType, RegExp])[] = [
  ['A5', /急弯陡坡|弯坡|陡坡急弯/],
  ['A2', /连续急弯|连续弯道/],
  ['A4', /连续(?:长)?下坡|长下坡|长大下坡/],
  ['A1', /急弯|小半径|弯道/],
  ['A3', /陡坡|纵坡/],
  ['A6', /视距|视线不良|视线遮挡|盲区/],
  ['B1', /临水|临河|水库/],
  ['B2', /临崖|悬崖/],
  ['B3', /高路堤|路侧险要|高填方|落差/],
  ['B4', /边沟/],
  ['B5', /行道树|杆柱|电线杆/],
  ['C3', /铁路道口|铁路平交/],
  ['C2', /开口过多|接入口|搭接/],
  ['C4', /渠化/],
  ['C5', /中央(?:隔离带|分隔带)?开口/],
  ['C1', /平交|交叉口|路口|岔口/],
  ['D3', /护栏|防护设施/],
  ['D1', /标志|标牌|指示牌/],
  ['D2', /标线/],
  ['D4', /照明|路灯/],
  ['D5', /信号灯|红绿灯/],
  ['D6', /减速带|减速设施/],
  ['D7', /警示|诱导|爆闪/],
  ['E5', /积沙|风沙掩埋|沙埋/],
  ['E1', /坑槽|坑洼|破损|坑洞/],
  ['E2', /沉陷|塌方|沉降|塌陷/],
  ['E3', /积水|漫水|过水/],
  ['E4', /结冰|积雪|冰雪/],
  ['E6', /抗滑|湿滑/],
  ['E7', /窄桥|路宽|变窄/],
  ['F1', /牲畜|牛羊|围栏/],
  ['F3', /学校|校门/],
  ['F2', /集市|村镇|穿村|村庄/],
  ['F4', /团雾|能见度/],
  ['F5', /横风|大风|沙尘/],
  ['F6', /运煤|园区|重车/],
  ['F7', /气田|井场/],
  ['F8', /施工/],
  ['F9', /堆物|广告|占道经营|违法经营|违停/],
  ['G2', /多发(?:路)?段/],
  ['G1', /多发点|事故多发|黑点/],
]

const mostTypes = 6
const codeShape = /^([A-G][1-9]|Z)(?![0-9A-Z])/
const separators = /[、,;/|\n+]+/
const bare = (text: string) => text.normalize('NFKC').replace(/[\s()/]/g, '')
const byName = new Map(hazardTypeIds.map((id) => [bare(hazardTypes[id].zh), id] as const))
const isType = (code: string | undefined): code is HazardType => code !== undefined && code in hazardTypes

/** Types whose words stand in a text; a word inside a longer one counts once. */
export function typesInWords(text: string): HazardType[] {
  let rest = text
  const found: { type: HazardType; at: number }[] = []
  for (const [type, pattern] of words) {
    const hit = pattern.exec(rest)
    if (!hit) continue
    found.push({ type, at: hit.index })
    rest = rest.replaceAll(hit[0], '　'.repeat(hit[0].length))
  }
  return found.sort((a, b) => a.at - b.at).map(({ type }) => type)
}

function typesOfPart(part: string): { types: HazardType[]; isSure: boolean } {
  const code = codeShape.exec(part.toUpperCase())?.[1]
  if (isType(code)) return { types: [code], isSure: true }
  const named = byName.get(bare(part))
  if (named) return { types: [named], isSure: true }
  return { types: typesInWords(part), isSure: false }
}

/** Codes, names or the words of the trade, the main type first. */
export function readTypes(cell: Cell): CellReading<HazardType[]> {
  const text = halfWidth(cell)
  if (text === '') return { issues: [] }
  const whole = byName.get(bare(text))
  if (whole) return read([whole])
  const parts = text
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ part, ...typesOfPart(part) }))
  const types = [...new Set(parts.flatMap((part) => part.types))].slice(0, mostTypes)
  const unknown = parts.filter((part) => part.types.length === 0).map(({ part }) => part)
  if (types.length === 0) return unread(toCheck('type_unknown', hazardRowMessages.unknownType(text)))
  const names = types.map((type) => `${type}${hazardTypes[type].zh}`).join('、')
  if (unknown.length > 0)
    return read(
      types,
      toCheck('type_partly_unknown', hazardRowMessages.typePartlyUnknown(unknown.join('、'), names)),
    )
  if (parts.every(({ isSure }) => isSure)) return read(types)
  return read(types, noted('type_from_words', hazardRowMessages.typeFromWords(text, names)))
}
