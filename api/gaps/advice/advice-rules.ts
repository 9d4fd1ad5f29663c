import type { FacilityKind } from '../../facilities/facility-kinds.ts'
import type { Text } from '../../http/text.ts'
import { accidentProneLegend } from '../sign-legends.ts'
import type { Trait } from './accident-profile.ts'
import { hasJunction, hasType, isMainLine, isSharp, type AdvicePlace } from './advice-place.ts'
import { bumpRefusals } from './bump-refusals.ts'

const count = ({ profile }: AdvicePlace, trait: Trait) => profile.counts[trait]
const outOf = (place: AdvicePlace, trait: Trait, zh: string, en: string): Text => ({
  zh: `${place.profile.accidents} 起事故中${zh} ${count(place, trait)} 起`,
  en: `${count(place, trait)} of ${place.profile.accidents} accidents ${en}`,
})
/** Two of a kind, or a third of them: fewer is chance. */
const isMany = (place: AdvicePlace, trait: Trait) =>
  count(place, trait) >= 2 || (count(place, trait) > 0 && count(place, trait) * 3 >= place.profile.accidents)

const reasonIf = (applies: boolean, reason: Text): Text[] => (applies ? [reason] : [])

const traitReasons = {
  night: (p: AdvicePlace) => outOf(p, 'night', '夜间', 'by night'),
  animal: (p: AdvicePlace) => outOf(p, 'animal', '撞动物', 'with animals'),
  pedestrian: (p: AdvicePlace) => outOf(p, 'pedestrian', '涉及行人', 'with pedestrians'),
  rightAngle: (p: AdvicePlace) => outOf(p, 'rightAngle', '侧面碰撞', 'at an angle'),
  rearEnd: (p: AdvicePlace) => outOf(p, 'rearEnd', '追尾', 'from behind'),
  offRoad: (p: AdvicePlace) => outOf(p, 'offRoad', '驶出路外、翻车或撞固定物', 'off the road'),
  speed: (p: AdvicePlace) => outOf(p, 'speed', '超速', 'by speeding'),
  ice: (p: AdvicePlace) => outOf(p, 'ice', '冰雪路面', 'on ice'),
  poorSight: (p: AdvicePlace) => outOf(p, 'poorSight', '雾、沙尘', 'in fog or dust'),
  bend: (p: AdvicePlace) => outOf(p, 'bend', '在弯道', 'in a bend'),
} as const
type Reasoned = keyof typeof traitReasons

const said = (place: AdvicePlace, ...traits: readonly Reasoned[]): Text[] =>
  traits.filter((trait) => isMany(place, trait)).map((trait) => traitReasons[trait](place))

const bendReason = (place: AdvicePlace): Text[] =>
  isSharp(place)
    ? [
        {
          zh: `图上 ${place.bend!.stakeText} 处弯道半径约 ${place.bend!.radius} 米`,
          en: `A bend of about ${place.bend!.radius} m radius at ${place.bend!.stakeText} as drawn`,
        },
      ]
    : []

function junctionReason(place: AdvicePlace): Text[] {
  const [first] = place.junctions
  if (first) return [{ zh: `与${first.roadName}相接`, en: `It meets ${first.road}` }]
  return reasonIf(hasJunction(place), { zh: '附近有路口或出入口', en: 'There is a junction or an access' })
}

/** What most accidents were decides what the sign says. */
const legends: readonly (readonly [(place: AdvicePlace) => boolean, string])[] = [
  [(place) => isMany(place, 'animal') || hasType(place, 'F1'), '注意牲畜'],
  [(place) => isMany(place, 'pedestrian') || hasType(place, 'F2', 'F3'), '注意行人 减速慢行'],
  [(place) => isMany(place, 'ice') || hasType(place, 'E4'), '路面结冰 减速慢行'],
  [(place) => hasType(place, 'E5'), '前方积沙 减速慢行'],
  [(place) => isMany(place, 'rightAngle') && hasJunction(place), '前方路口 减速慢行'],
  [(place) => isSharp(place) || hasType(place, 'A1', 'A2', 'A5'), '前方急弯 减速慢行'],
  [(place) => isMany(place, 'bend'), '前方弯道 减速慢行'],
  [(place) => isMany(place, 'rearEnd'), '保持车距'],
]

export const legendFor = (place: AdvicePlace): string =>
  legends.find(([fits]) => fits(place))?.[1] ?? accidentProneLegend

export interface AdviceRule {
  readonly kind: FacilityKind
  /** Metres before the stretch; `bend` is at the sharpest bend, `sideRoad` on the road that joins. */
  readonly where: number | 'bend' | 'sideRoad'
  /** Of the same use, when one of them stands between these metres before the place. */
  readonly fulfilledBy: readonly FacilityKind[]
  readonly within: readonly [nearest: number, farthest: number]
  /** No reason, no candidate. */
  readonly reasons: (place: AdvicePlace) => Text[]
}

export const adviceRules: readonly AdviceRule[] = [
  {
    kind: 'warning_sign',
    where: 150,
    fulfilledBy: ['warning_sign', 'vms'],
    within: [0, 200],
    reasons: (place) => [
      ...said(place, 'animal', 'pedestrian', 'rightAngle', 'rearEnd', 'ice', 'bend'),
      {
        zh: `这一段共 ${place.profile.accidents} 起事故，应在来车方向先告知`,
        en: `${place.profile.accidents} accidents here: traffic should be told before it comes`,
      },
    ],
  },
  {
    kind: 'solar_strobe',
    where: 100,
    fulfilledBy: ['solar_strobe'],
    within: [0, 200],
    reasons: (place) => [
      ...said(place, 'night', 'poorSight'),
      ...reasonIf(hasType(place, 'D4', 'F4'), {
        zh: '已登记照明不足或团雾隐患',
        en: 'Poor light or fog is on record as a hazard',
      }),
    ],
  },
  {
    kind: 'rumble_line',
    where: 120,
    fulfilledBy: ['rumble_line'],
    within: [50, 200],
    reasons: (place) => said(place, 'rightAngle', 'pedestrian', 'rearEnd', 'speed'),
  },
  {
    kind: 'chevron',
    where: 'bend',
    fulfilledBy: ['chevron', 'marker_post'],
    within: [-200, 200],
    reasons: (place) => [...bendReason(place), ...(place.bend ? said(place, 'offRoad') : [])],
  },
  {
    kind: 'speed_bump',
    where: 'sideRoad',
    fulfilledBy: [],
    within: [0, 0],
    reasons: (place) =>
      hasJunction(place) && isMainLine(place.road)
        ? [
            ...junctionReason(place),
            ...said(place, 'rightAngle'),
            {
              zh: '让支路车辆先减速，不占主线',
              en: 'It slows those who join, and leaves the main line free',
            },
          ]
        : [],
  },
  {
    kind: 'speed_bump',
    where: 30,
    fulfilledBy: ['speed_bump', 'rumble_line'],
    within: [0, 150],
    reasons: (place) =>
      bumpRefusals(place).length === 0
        ? [
            ...said(place, 'pedestrian', 'rightAngle', 'speed'),
            ...reasonIf(hasType(place, 'F2', 'F3', 'D6'), {
              zh: '穿村镇、学校或缺减速设施',
              en: 'A village, a school, or nothing that slows traffic',
            }),
          ]
        : [],
  },
]
