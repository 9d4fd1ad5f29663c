import { causeClasses } from '../accidents/cause-codes.ts'
import { lights, weathers } from '../accidents/accident-codes.ts'
import { documentRoadName, formatStake } from '../roads/stakes/stake-format.ts'
import type { ToldAccident } from './accident-draft.ts'
import { destinations, type Stretch } from './demo-places.ts'

export const roadNames: Readonly<Record<Stretch['road'], string>> = {
  G109: '京拉线',
  G110: '京银线',
  S313: '府深线',
  S216: '察靖线',
  CAYJ: '察敖一级公路',
}

export function destinationOf(road: Stretch['road'], stake: number, direction: 'increasing' | 'decreasing') {
  const towns = destinations[road][direction]
  return (towns.find(([until]) => stake <= until) ?? towns[towns.length - 1]!)[1]
}

/** As officers write it: road, stake, direction of travel, side of the road. */
export function placeTextOf({ road, site }: Pick<ToldAccident, 'road' | 'site'>): string {
  if (site.kind === 'unlocated') return site.placeText
  if (site.kind === 'town') return `${site.area.roadName}${site.place.name}`
  const name = road === 'CAYJ' ? '察敖一级公路' : `${road}线`
  const towards = destinationOf(road as Stretch['road'], site.stake, site.direction)
  return `${name}${formatStake(site.stake)}处（往${towards}方向，道路右侧）`
}

const whatHappened: Readonly<Record<string, string>> = {
  '11-1': '追撞前方同向行驶车辆尾部',
  '11-2': '与对向来车正面相撞',
  '11-3': '与同向车辆侧面相撞',
  '11-5': '在路口与横向驶来的车辆侧面相撞',
  '11-7': '与同向车辆发生刮擦',
  '11-8': '与对向车辆发生刮擦',
  '11-9': '与另一车辆成角度相撞',
  '12': '撞上停在路边的车辆',
  '21': '刮撞横过道路的行人',
  '31': '侧翻于路面',
  '32': '驶离路面后滚翻',
  '33': '坠入路侧边沟',
  '35': '驶离车道撞上路侧固定物',
  '36': '撞上横穿道路的牲畜',
}

function vehicleOf({ pinned, setting, story }: ToldAccident): string {
  if (pinned?.keyVehicles.includes('heavyTruck')) return '重型货车'
  if (setting.traits.includes('coal')) return story.cause === '13' ? '小型客车' : '重型半挂牵引车'
  return ['31', '32'].includes(story.happening) && story.cause === '96' ? '轻型货车' : '小型客车'
}

function resultOf({ killed, injured }: ToldAccident): string {
  const people = [...(killed > 0 ? [`${killed}人死亡`] : []), ...(injured > 0 ? [`${injured}人受伤`] : [])]
  return people.length > 0 ? `造成${people.join('、')}，车辆损坏` : '造成车辆损坏，无人员伤亡'
}

const roadOf = (accident: ToldAccident) =>
  accident.site.kind === 'stake'
    ? documentRoadName(accident.road, '察敖一级公路')
    : accident.site.kind === 'town'
      ? accident.site.area.roadName
      : accident.site.roadName

/** 简要案情 without a name, number or plate: there is nobody to name. */
export function briefOf(accident: ToldAccident): string {
  const { story, day, minute } = accident
  const when = `${Number(story.month)}月${day}日${Math.floor(minute / 60)}时许`
  const scene = `${weathers[story.weather]!.zh}，${lights[story.light]!.zh}`
  const cause = causeClasses[story.cause]!.zh
  return (
    `${when}（${scene}），一辆${vehicleOf(accident)}行驶至${roadOf(accident)}${placeAfterRoad(accident)}，` +
    `${whatHappened[story.happening]!}，${resultOf(accident)}。初步认定原因：${cause}。（演示数据）`
  )
}

function placeAfterRoad({ site }: ToldAccident): string {
  if (site.kind === 'stake') return `${formatStake(site.stake)}处`
  return site.kind === 'town' ? site.place.name : '附近'
}
