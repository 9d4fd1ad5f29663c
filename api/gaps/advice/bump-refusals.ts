import type { Text } from '../../http/text.ts'
import { hasType, isMainLine, isSharp, type AdvicePlace } from './advice-place.ts'

interface Refusal {
  readonly code: 'mainLine' | 'divided' | 'bend' | 'ice' | 'downhill' | 'poorSight'
  readonly applies: (place: AdvicePlace) => boolean
  readonly why: (place: AdvicePlace) => Text
}

/** Where a speed bump across the carriageway makes things worse. Practice of the brigade, to be confirmed; no standard is quoted. */
const refusals: readonly Refusal[] = [
  {
    code: 'mainLine',
    applies: ({ road }) => isMainLine(road),
    why: () => ({
      zh: '国省道主线（按限速不低于 60 公里/小时）不宜设减速带，改用减速振动标线；确需设置的，来车方向 50–150 米须有警告标志',
      en: 'Not on a national or provincial main line (60 km/h or more assumed): use rumble lines. If it must be, with a sign 50–150 m before it',
    }),
  },
  {
    code: 'divided',
    applies: ({ road }) => road.divided,
    why: () => ({
      zh: '中央隔离的一级公路车速高，不宜设减速带',
      en: 'Traffic on a divided road is too fast for a bump',
    }),
  },
  {
    code: 'bend',
    applies: (place) =>
      isSharp(place) || place.profile.counts.bend >= 2 || hasType(place, 'A1', 'A2', 'A5', 'A6'),
    why: (place) => ({
      zh: `弯道内不设减速带${isSharp(place) ? `（图上 ${place.bend!.stakeText} 处半径约 ${place.bend!.radius} 米）` : ''}，车辆颠簸易失控`,
      en: `Not in a bend${isSharp(place) ? ` (radius about ${place.bend!.radius} m at ${place.bend!.stakeText} as drawn)` : ''}: a jolt makes vehicles slide`,
    }),
  },
  {
    code: 'ice',
    applies: (place) => place.profile.counts.ice > 0 || hasType(place, 'E3', 'E4'),
    why: ({ profile }) => ({
      zh: `结冰、积水路段不设减速带（冰雪路面事故 ${profile.counts.ice} 起），易打滑并妨碍除雪`,
      en: `Not where ice or water stands (${profile.counts.ice} accidents on ice): it is slippery and stops the snowplough`,
    }),
  },
  {
    code: 'downhill',
    applies: (place) => place.profile.counts.slope > 0 || hasType(place, 'A3', 'A4', 'A5'),
    why: () => ({
      zh: '陡坡、长下坡不设减速带，重车制动距离长',
      en: 'Not on a steep or long descent: heavy vehicles need long to brake',
    }),
  },
  {
    code: 'poorSight',
    applies: (place) => place.profile.counts.poorSight > 0 || hasType(place, 'F4', 'E5'),
    why: () => ({
      zh: '团雾、沙尘、积沙路段看不清减速带，不宜设置',
      en: 'Not where fog or sand hides it',
    }),
  },
]

/** Every reason against a bump on the road itself; none means that one may be thought of. */
export const bumpRefusals = (place: AdvicePlace) =>
  refusals.filter(({ applies }) => applies(place)).map(({ code, why }) => ({ code, reason: why(place) }))
