import type { Text } from '../http/text.ts'
import { coordinateSystemNames } from '../roads/coordinates/coordinate-messages.ts'
import type { CoordinateSystem } from '../roads/coordinates/coordinates.ts'
import { formatPlace } from '../roads/stakes/stake-format.ts'

const metres = (distance: number) => Math.round(distance)
export const locatingMessages = {
  byStake: (road: string, stake: number, distance?: number): Text => ({
    zh:
      distance === undefined
        ? `登记的桩号 ${formatPlace(road, stake)} 所在处`
        : `登记的桩号 ${formatPlace(road, stake)} 所在处，距现有点位 ${metres(distance)} 米`,
    en:
      distance === undefined
        ? `Where the recorded stake ${formatPlace(road, stake)} stands`
        : `Where the recorded stake ${formatPlace(road, stake)} stands, ${metres(distance)} m from the present point`,
  }),
  byText: (road: string, stake: number, text: string): Text => ({
    zh: `地点文字“${text}”读作 ${formatPlace(road, stake)}`,
    en: `The words “${text}” read as ${formatPlace(road, stake)}`,
  }),
  byPoint: (road: string, stake: number, distance: number): Text => ({
    zh: `现有点位距 ${road} ${metres(distance)} 米，对应 ${formatPlace(road, stake)}`,
    en: `The present point lies ${metres(distance)} m from ${road}, at ${formatPlace(road, stake)}`,
  }),
  byDatum: (crs: CoordinateSystem, road: string, stake: number, distance: number): Text => ({
    zh: `若原始坐标是 ${coordinateSystemNames[crs].zh}，则距 ${road} ${metres(distance)} 米，对应 ${formatPlace(road, stake)}`,
    en: `If the original coordinate is ${coordinateSystemNames[crs].en}, it lies ${metres(distance)} m from ${road}, at ${formatPlace(road, stake)}`,
  }),
  placed: (): Text => ({ zh: '定位核对', en: 'Place checked' }),
  chosen: (road: string, stake: number | null): Text => ({
    zh: stake === null ? `核对后选定 ${road}` : `核对后选定 ${formatPlace(road, stake)}`,
    en: stake === null ? `${road} chosen on review` : `${formatPlace(road, stake)} chosen on review`,
  }),
  nothingToPlace: (): Text => ({
    zh: '请给出位置：选一个候选，或填写公路与桩号，或在地图上点选。',
    en: 'Say where it is: take a candidate, give a road with its stake, or mark a point on the map.',
  }),
  oneStake: (): Text => ({
    zh: '事故只有一个桩号，请去掉止点桩号。',
    en: 'An accident has one stake. Leave out the end stake.',
  }),
  ended: (): Text => ({
    zh: '隐患已销号、合并或不予立项，位置不能再核对。',
    en: 'The hazard is closed, merged or not taken on; its place is reviewed no more.',
  }),
  unreadableCursor: (): Text => ({
    zh: '翻页标记无法识别，请从第一页重新查询。',
    en: 'The cursor cannot be read. Start again from the first page.',
  }),
}
