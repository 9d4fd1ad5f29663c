import type { Hazard } from '../hazards/hazard.schema.ts'
import { documentRoadName, formatDocumentPlace, formatRange } from '../roads/stakes/stake-format.ts'

type Placed = Pick<
  Hazard,
  'road' | 'roadName' | 'fromStake' | 'toStake' | 'placeText' | 'title' | 'township' | 'gacha' | 'direction'
>

const directions = { increasing: '桩号递增方向', decreasing: '桩号递减方向', both: '' } as const
const saysWhat = /(?:路段|路口|处|段|桥|口)$/

const isStretch = ({ fromStake, toStake }: Placed) =>
  fromStake !== null && toStake !== null && toStake !== fromStake

/** A place without stakes goes by what was written down of it. */
function placeByName({ roadName, placeText, title }: Placed): string {
  const said = placeText.trim() || title.trim()
  const whole = said.startsWith(roadName) ? said : `${roadName}${said}`
  return saysWhat.test(whole) ? whole : `${whole}处`
}

/** As titles say it: 国道109线1046公里+200米至1047公里+900米路段. */
export function placeInTitle(place: Placed): string {
  const { road, roadName, fromStake, toStake } = place
  if (fromStake === null) return placeByName(place)
  const name = formatDocumentPlace(documentRoadName(road ?? '', roadName), fromStake, toStake ?? fromStake)
  return `${name}${isStretch(place) ? '路段' : '处'}`
}

/** 棋盘井镇额尔和图嘎查境内，桩号递增方向 */
function whereabouts({ township, gacha, direction }: Placed): string {
  const within = township ? [`${township}${gacha ?? ''}境内`] : []
  return [...within, directions[direction]].filter((part) => part !== '').join('，')
}

/** As sentences say it: 国道109线K1046+200—K1047+900路段（棋盘井镇境内）. */
export function placeInSentence(place: Placed): string {
  const { road, roadName, fromStake, toStake } = place
  const name =
    fromStake === null
      ? placeByName(place)
      : `${documentRoadName(road ?? '', roadName)}${formatRange(fromStake, toStake ?? fromStake)}${isStretch(place) ? '路段' : '处'}`
  const where = whereabouts(place)
  return where === '' ? name : `${name}（${where}）`
}

/** How a later sentence points back to it. */
export const thatPlace = (place: Placed): string => (isStretch(place) ? '该路段' : '该处')
