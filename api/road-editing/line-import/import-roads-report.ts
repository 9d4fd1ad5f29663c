import type { Text } from '../../http/text.ts'
import type { LonLat } from '../../roads/network/geodesy.ts'
import type { RoadImportPlan } from '../../roads/geometry-import/import-plan.ts'
import type { LeftOut, LeftOutKind } from '../../roads/geometry-import/left-out.ts'
import { formatRange, formatStake } from '../../roads/stakes/stake-format.ts'
import type { MovedRecords } from '../road-editing.schema.ts'

const km = (metres: number) => (metres / 1000).toFixed(3)
const whole = (metres: number) => (metres < 10 ? metres.toFixed(1) : String(Math.round(metres)))
const place = ([longitude, latitude]: LonLat) => `${longitude.toFixed(5)},${latitude.toFixed(5)}`
const percent = (share: number) => `${share > 0 ? '+' : ''}${(share * 100).toFixed(1)}%`

const kinds: Readonly<Record<LeftOutKind, Text>> = {
  branch: { zh: '断头支线', en: 'branch' },
  loop: { zh: '另一条通路（环线）', en: 'loop' },
  roundabout: { zh: '环岛另一侧', en: 'other side of a roundabout' },
  duplicate: { zh: '重复绘制', en: 'drawn twice' },
  carriageway: { zh: '对向车道', en: 'opposite carriageway' },
  fragment: { zh: '零散短段', en: 'fragment' },
  link: { zh: '匝道', en: 'ramp' },
}

const carriageways: Readonly<Record<'both' | 'left' | 'right', Text>> = {
  both: { zh: '', en: '' },
  left: { zh: '左幅 ', en: 'left ' },
  right: { zh: '右幅 ', en: 'right ' },
}

function lengthLine({ lengthMetres, officialMetres, ways }: RoadImportPlan): Text {
  const share = officialMetres ? percent(lengthMetres / officialMetres - 1) : undefined
  const official = officialMetres ? km(officialMetres) : undefined
  return {
    zh: `长度 ${km(lengthMetres)} 公里，取自 ${ways} 条线${share ? `；核定 ${official} 公里，相差 ${share}` : ''}`,
    en: `${km(lengthMetres)} km from ${ways} ways${share ? `; official ${official} km, ${share}` : ''}`,
  }
}

function sectionLines({ sections }: RoadImportPlan): Text[] {
  return sections.map(({ sequence, carriageway, fromStake, toStake, lengthMetres, anchors, coordinates }) => {
    const side = carriageways[carriageway]
    const range = formatRange(fromStake, toStake)
    const ends = `${place(coordinates[0]!)} → ${place(coordinates[coordinates.length - 1]!)}`
    return {
      zh: `第 ${sequence} 段 ${side.zh}${range}，${km(lengthMetres)} 公里，锚点 ${anchors.length} 个，${ends}`,
      en: `section ${sequence} ${side.en}${range}, ${km(lengthMetres)} km, ${anchors.length} anchors, ${ends}`,
    }
  })
}

/** Of a kind with hundreds of ways the longest few are worth looking at. */
const mostListed = 5

function leftOutLines(leftOut: readonly LeftOut[]): Text[] {
  return (Object.keys(kinds) as LeftOutKind[]).flatMap((kind): Text[] => {
    const own = leftOut.filter((each) => each.kind === kind).sort((a, b) => b.lengthMetres - a.lengthMetres)
    if (own.length === 0) return []
    const total = km(own.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0))
    const examples = own.slice(0, mostListed).map(({ ways, at }) => `${ways[0]!}（${place(at)}）`)
    const more = own.length > mostListed ? ' …' : ''
    const listed = `${examples.join(' ')}${more}`
    return [
      {
        zh: `未采用：${kinds[kind].zh} ${own.length} 处，共 ${total} 公里：${listed}`,
        en: `left out: ${own.length} × ${kinds[kind].en}, ${total} km: ${listed}`,
      },
    ]
  })
}

function doubtLines({ gaps, uneven, droppedAnchors, againstMetres }: RoadImportPlan): Text[] {
  return [
    ...gaps.map(({ metres, from, to }) => ({
      zh: `缺口 ${whole(metres)} 米：${place(from)} → ${place(to)}`,
      en: `gap of ${whole(metres)} m: ${place(from)} → ${place(to)}`,
    })),
    ...uneven.map(({ fromStake, toStake, drawnMetres }) => ({
      zh: `${formatRange(fromStake, toStake)} 桩号差 ${whole(toStake - fromStake)} 米，线长 ${whole(drawnMetres)} 米，相差过大：请核对锚点、断链或线形`,
      en: `${formatRange(fromStake, toStake)}: ${whole(toStake - fromStake)} m by the stakes, ${whole(drawnMetres)} m drawn: check anchors, chain breaks or the line`,
    })),
    ...droppedAnchors.map(({ stake, reason }) => ({
      zh: `锚点 ${formatStake(stake)} 不再保留：${reason === 'far' ? '离新线超过100米' : '与其他锚点顺序矛盾'}`,
      en: `anchor ${formatStake(stake)} is not kept: ${reason === 'far' ? 'more than 100 m from the new line' : 'out of order with the others'}`,
    })),
    ...(againstMetres > 50
      ? [
          {
            zh: `有 ${km(againstMetres)} 公里走在对向车道上：文件缺少本向车道`,
            en: `${km(againstMetres)} km run on the opposite carriageway: the file lacks the own one`,
          },
        ]
      : []),
  ]
}

function changeLines({ trimmed, turnedMetres, change }: RoadImportPlan, staked: MovedRecords): Text[] {
  const { accidents, hazards, facilities } = staked
  return [
    ...trimmed.map(({ metres, at }) => ({
      zh: `截去桩号范围以外的 ${whole(metres)} 米（${place(at)}）`,
      en: `${whole(metres)} m beyond the stakes cut off (${place(at)})`,
    })),
    ...(turnedMetres > 0
      ? [
          {
            zh: `反向绘制、已调转 ${km(turnedMetres)} 公里`,
            en: `${km(turnedMetres)} km drawn backwards, turned`,
          },
        ]
      : []),
    change
      ? {
          zh: `与现有线形最大相差 ${whole(change.metres)} 米（${place(change.at)}）`,
          en: `at most ${whole(change.metres)} m from the present line (${place(change.at)})`,
        }
      : { zh: '原来没有线形', en: 'had no line before' },
    {
      zh: `按桩号定位、将随线形移动的记录：事故 ${accidents}、隐患 ${hazards}、设施 ${facilities}`,
      en: `records placed by stake, which follow: ${accidents} accidents, ${hazards} hazards, ${facilities} facilities`,
    },
  ]
}

/** The lines of a dry run, each in both languages. */
export function reportOf(plan: RoadImportPlan, staked: MovedRecords): Text[] {
  if (plan.status === 'unchanged')
    return [{ zh: '与现有线形、桩号相同，无需改动', en: 'no change: line and stakes are these already' }]
  return [
    lengthLine(plan),
    ...sectionLines(plan),
    ...doubtLines(plan),
    ...leftOutLines(plan.leftOut),
    ...changeLines(plan, staked),
  ]
}
