import type { Text } from '../http/text.ts'
import { coordinateSystemNames } from '../roads/coordinates/coordinate-messages.ts'
import type { CoordinateSystem } from '../roads/coordinates/coordinates.ts'
import { formatPlace } from '../roads/stakes/stake-format.ts'

const placeKinds: Readonly<Record<string, Text>> = {
  bannerSeat: { zh: '旗政府所在地', en: 'Banner seat' },
  town: { zh: '镇', en: 'Town' },
  township: { zh: '苏木、镇', en: 'Township' },
  park: { zh: '工业园区', en: 'Industrial park' },
  banner: { zh: '旗', en: 'Banner' },
  city: { zh: '城市', en: 'City' },
  village: { zh: '村', en: 'Village' },
}

export const searchMessages = {
  place: (kind: string, township: string | null): Text => {
    const name = placeKinds[kind] ?? { zh: '地点', en: 'Place' }
    return township === null ? name : { zh: `${name.zh} · ${township}`, en: `${name.en} · ${township}` }
  },
  lineRoad: (name: string, from: string | null): Text =>
    from === null ? { zh: name, en: name } : { zh: `${name} · ${from}`, en: `${name} · ${from}` },
  nameRoad: (township: string | null, course: string | null): Text => {
    const words = [township, course].filter((word): word is string => word !== null).join(' · ')
    return {
      zh: words === '' ? '没有线形的道路' : `没有线形的道路 · ${words}`,
      en: words === '' ? 'A road without a line' : `A road without a line · ${words}`,
    }
  },
  coordinate: (
    crs: CoordinateSystem,
    near: { road: string; stake: number; distance: number } | undefined,
  ): Text => {
    const system = coordinateSystemNames[crs]
    if (!near)
      return { zh: `${system.zh} · 附近没有已登记的路线`, en: `${system.en} · no registered road near` }
    const [place, distance] = [formatPlace(near.road, near.stake), Math.round(near.distance)]
    return {
      zh: `${system.zh} · 距 ${place} ${distance} 米`,
      en: `${system.en} · ${distance} m from ${place}`,
    }
  },
}
