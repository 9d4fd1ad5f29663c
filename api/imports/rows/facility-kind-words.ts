import { facilityFaces, facilityFacings, type FacilityFacing } from '../../facilities/facility-facing.ts'
import { facilityKindIds, facilityKinds, type FacilityKind } from '../../facilities/facility-kinds.ts'
import type { FacilityState } from '../../facilities/facility-states.ts'
import { facilityStates } from '../../facilities/facility-states.ts'
import { empty, halfWidth, noted, read, toCheck, type CellReading } from '../cells/cell-reading.ts'
import type { CodeSpec } from '../cells/read-code.ts'
import type { Cell } from '../import-types.ts'
import { facilityRowMessages } from './facility-messages.ts'

export interface ReadKind {
  readonly kind: FacilityKind
  /** What it is called, where the kind does not say it: 隔离桩. */
  readonly legend?: string
}

/** Words of ledgers, the surer ones first: 爆闪 before 灯, 标线 before 减速. */
const words: readonly (readonly [FacilityKind, RegExp])[] = [
  ['solar_strobe', /爆闪|警示灯|频闪|黄闪|太阳能灯/],
  ['rumble_line', /振动标线|震动标线|震荡标线|振荡标线|减速标线|薄层铺装/],
  ['speed_bump', /减速带|减速垄|减速垫|减速丘/],
  ['chevron', /诱导标|线形诱导|导向标/],
  ['convex_mirror', /凸面|广角镜|反光镜|转角镜/],
  ['marker_post', /警示桩|标柱|道口桩|示警桩|道口柱|警示柱|轮廓标/],
  ['drum', /防撞桶|防撞筒/],
  ['cone', /反光锥|锥筒|锥桶|路锥|雪糕筒/],
  ['speed_camera', /测速|卡口|抓拍|电子警察/],
  ['vms', /信息屏|警示屏|情报板|反馈屏|LED/i],
  ['barrier', /护栏|水马|防撞墩|水泥墩|隔离墩/],
  ['warning_sign', /警示牌|警示标牌|标志牌|标志|标牌|警告牌|提示牌|限速牌|禁令牌/],
]
const known: readonly RegExp[] = [/隔离桩|围栏|限高|限宽|路灯/]

const key = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s()/、]/g, '')
    .toLowerCase()
const exact = new Map<string, FacilityKind>(
  facilityKindIds.flatMap((kind) => [
    [kind, kind] as const,
    [key(facilityKinds[kind].zh), kind] as const,
    [key(facilityKinds[kind].en), kind] as const,
  ]),
)

/** By identifier, name or the words of the trade. */
export function readKind(cell: Cell): CellReading<ReadKind> {
  const text = halfWidth(cell)
  if (text === '') return empty
  const named = exact.get(key(text))
  if (named) return read({ kind: named })
  const kinds = words.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind)
  const [kind] = kinds
  const parts = text.split(/[、,;+]/).filter((part) => words.some(([, pattern]) => pattern.test(part)))
  if (kind === undefined) {
    const issue = known.some((pattern) => pattern.test(text)) ? noted : toCheck
    return read(
      { kind: 'other', legend: text.slice(0, 60) },
      issue('kind_unknown', facilityRowMessages.unknownKind(text)),
    )
  }
  if (parts.length > 1 && kinds.length > 1)
    return read({ kind }, toCheck('kind_several', facilityRowMessages.severalKinds(text)))
  return read(
    { kind },
    noted('kind_from_words', facilityRowMessages.kindFromWords(text, facilityKinds[kind].zh)),
  )
}

const aliases = (state: FacilityState, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, state]))

export const stateWords: CodeSpec = {
  table: Object.fromEntries(Object.entries(facilityStates)),
  aliases: {
    ...aliases('planned', 'planned', '计划', '拟设', '待安装', '未安装'),
    ...aliases(
      'working',
      'working',
      '完好',
      '正常',
      '使用中',
      '良好',
      '在位',
      '已安装',
      '正常使用',
      '已设置',
    ),
    ...aliases('fault', 'fault', '损坏', '不亮', '破损', '待修', '待维修', '故障待修', '坏', '倒伏'),
    ...aliases('missing', 'missing', '丢失', '被盗', '缺失', '遗失'),
    ...aliases('toRemove', 'toRemove', '拟拆除', '需拆除'),
    ...aliases('removed', 'removed', '拆除', '已拆'),
    ...aliases('permanent', 'permanent', '永久', '永久设施', '转为永久'),
  },
}

const facingNames = (facing: FacilityFacing, ...names: readonly string[]) =>
  Object.fromEntries([facing, ...names].map((name) => [name, facing]))

export const facingWords: CodeSpec = {
  table: facilityFacings,
  aliases: {
    ...facingNames('increasing', '桩号增大方向来车', '桩号递增方向'),
    ...facingNames('decreasing', '桩号减小方向来车', '桩号递减方向'),
    ...facingNames('both', '双向', '两个方向', '双向来车'),
    ...facingNames('sideRoad', '支路', '支路来车'),
  },
}

export const facesWords: CodeSpec = {
  table: facilityFaces,
  aliases: {
    single: 'single',
    单: 'single',
    单面灯: 'single',
    double: 'double',
    双: 'double',
    双面灯: 'double',
  },
}

export const consentWords: CodeSpec = {
  table: {
    asked: { zh: '已征求', en: 'Asked' },
    granted: { zh: '已同意', en: 'Granted' },
    emergency: { zh: '紧急先行', en: 'Emergency' },
  },
  aliases: {
    asked: 'asked',
    征求中: 'asked',
    已征求意见: 'asked',
    granted: 'granted',
    同意: 'granted',
    已批复: 'granted',
    是: 'granted',
    emergency: 'emergency',
    紧急: 'emergency',
    应急先行: 'emergency',
  },
}
