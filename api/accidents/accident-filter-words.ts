import { filterSentence, namesOf, periodWords, roadWords } from '../http/filter-words.ts'
import { formatStake } from '../roads/stakes/stake-format.ts'
import * as codes from './accident-codes.ts'
import type { AccidentFilter } from './accident.schema.ts'
import { calibreNames } from './calibre.ts'
import { causeClasses } from './cause-codes.ts'

const severities = {
  fatal: { zh: '死亡', en: 'fatal' },
  injury: { zh: '伤人', en: 'injury' },
  damageOnly: { zh: '财产损失', en: 'damage only' },
} as const
const locatings = {
  unlocated: { zh: '未定位', en: 'not located' },
  stake: { zh: '桩号推算', en: 'by stake' },
  manual: { zh: '手工标注', en: 'by hand' },
  coordinate: { zh: '坐标', en: 'by coordinates' },
} as const

function stretchWords({ fromStake, toStake }: AccidentFilter): string | undefined {
  if (fromStake !== undefined && toStake !== undefined)
    return `${formatStake(fromStake)}—${formatStake(toStake)}`
  if (fromStake !== undefined) return `${formatStake(fromStake)}以后`
  return toStake === undefined ? undefined : `${formatStake(toStake)}以前`
}

/** The filter of the list of accidents in words; the type demands words for a key that comes to it. */
export function accidentFilterWords(
  filter: AccidentFilter,
  squadNames: Readonly<Record<string, string>> = {},
): string {
  const [period, stretch] = [periodWords(filter.from, filter.to), stretchWords(filter)]
  const worded: Readonly<Record<keyof AccidentFilter, readonly [string, string | undefined]>> = {
    from: ['期间', period],
    to: ['期间', period],
    road: ['道路', roadWords(filter.road)],
    fromStake: ['桩号', stretch],
    toStake: ['桩号', stretch],
    bbox: ['范围', filter.bbox?.join('，')],
    severity: ['事故类型', namesOf(severities, filter.severity)],
    calibre: ['口径', calibreNames[filter.calibre].zh],
    squad: ['中队', filter.squad?.map((code) => squadNames[code] ?? code).join('、')],
    township: ['苏木镇', filter.township?.join('、')],
    form: ['事故形态', namesOf(codes.forms, filter.form)],
    cause: ['认定原因', namesOf(causeClasses, filter.cause)],
    light: ['照明', namesOf(codes.lights, filter.light)],
    weather: ['天气', namesOf(codes.weathers, filter.weather)],
    hour: ['时段', filter.hour?.map((hour) => `${Number(hour)}时`).join('、')],
    weekday: ['星期', filter.weekday?.map((day) => `周${'一二三四五六日'[Number(day) - 1]}`).join('、')],
    locating: ['定位', namesOf(locatings, filter.locating)],
  }
  return filterSentence(Object.values(worded))
}
