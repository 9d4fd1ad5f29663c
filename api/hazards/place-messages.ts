import type { Text } from '../http/text.ts'
import { formatStake } from '../roads/stakes/stake-format.ts'

/** English goes by the code: the names are Chinese. */
interface RoadNamed {
  readonly code: string
  readonly name: string
}

export const placeMessages = {
  unknownRoad: (road: string): Text => ({
    zh: `没有编号或名称为“${road}”的公路；请从公路名录中选择，名录外的道路请填写道路名称。`,
    en: `There is no road "${road}". Choose one from the list of roads, or give the road's name in words.`,
  }),
  roadNeeded: (): Text => ({
    zh: '填了桩号还需选择公路。',
    en: 'A stake needs its road. Choose the road.',
  }),
  placeNeeded: (): Text => ({
    zh: '请给出位置：在地图上点选，或选择公路并填写桩号，或用文字写明道路。',
    en: 'Say where it is: a point on the map, or a road with its stake, or the road in words.',
  }),
  startNeeded: (): Text => ({
    zh: '填了止点桩号还需填写起点桩号。',
    en: 'An end stake needs a start stake.',
  }),
  outsideRange: (road: RoadNamed, stake: number, from: number, to: number): Text => ({
    zh: `${road.name}的桩号范围是 ${formatStake(from)} 至 ${formatStake(to)}，${formatStake(stake)} 不在其中，请核对。`,
    en: `${road.code} runs from ${formatStake(from)} to ${formatStake(to)}; ${formatStake(stake)} lies outside. Check the stake.`,
  }),
  halfPoint: (): Text => ({
    zh: '经度和纬度须一起填写。',
    en: 'Longitude and latitude belong together. Give both.',
  }),
  outsideBanner: (): Text => ({
    zh: '坐标在鄂托克旗界外 5 公里以上，请核对经纬度及坐标系。',
    en: 'The point is more than 5 km outside the banner. Check the coordinates and their system.',
  }),
  farFromRoad: (road: RoadNamed): Text => ({
    zh: `坐标离${road.name}超过 2 公里，请核对公路或坐标。`,
    en: `The point is more than 2 km from ${road.code}. Check the road or the point.`,
  }),
}
