import type { Text } from '../http/text.ts'
import { formatStake } from './stakes/stake-format.ts'
import type { StakeReading, StakeRefusal } from './stakes/stake-reading.ts'
import { stakeWarningText } from './stakes/stake-warnings.ts'

const refusals: Readonly<Record<StakeRefusal, (text: string) => Text>> = {
  noStake: (text) => ({
    zh: `“${text}”中没有认出桩号。请写成 K1046+200 或 1046公里200米。`,
    en: `No stake was recognised in “${text}”. Write K1046+200 or 1046公里200米.`,
  }),
  metresTooLarge: (text) => ({
    zh: `“${text}”的米数达到或超过1000，公里或米数有误，请核对。`,
    en: `The metres in “${text}” are 1000 or more: check the kilometres and the metres.`,
  }),
  tooFar: (text) => ({
    zh: `“${text}”的公里数超过9999，请核对。`,
    en: `The kilometres in “${text}” are beyond 9999: check them.`,
  }),
  rampStake: (text) => ({
    zh: `“${text}”是匝道或施工桩号，不是路线里程桩号。请改写主线桩号，或在地图上标点。`,
    en: `“${text}” is the chainage of a ramp or a building site. Give the stake of the main road or mark the point on the map.`,
  }),
  crossingOnly: (text) => ({
    zh: `“${text}”写了几条路，没有桩号。请补上其中一条路的桩号，或在地图上标出路口。`,
    en: `“${text}” names several roads but no stake. Add the stake on one of them or mark the crossing on the map.`,
  }),
}

export const roadMessages = {
  unknownRoad: (code: string): Text => ({
    zh: `没有路线“${code}”。已登记的见“道路”页（接口 /api/roads）。`,
    en: `There is no road ${code}. Those that exist are listed under Roads (/api/roads).`,
  }),
  /** A record is evidence: of two readings as likely as each other neither is taken. */
  ambiguousStake: ({ from, alternatives = [], warnings }: StakeReading, text: string): Text => {
    const readings = [from, ...alternatives].map(formatStake)
    const notes = warnings.map(stakeWarningText)
    return {
      zh: `“${text.slice(0, 60)}”可以有不同的读法（${readings.join('、')}）：${notes.map(({ zh }) => zh).join('')}请按 K1046+200 的形式写清。`,
      en: `“${text.slice(0, 60)}” can be read in more than one way (${readings.join(', ')}). ${notes.map(({ en }) => en).join(' ')} Write it like K1046+200.`,
    }
  },
  unreadableStake: (refusal: StakeRefusal, text: string): Text => refusals[refusal](text.slice(0, 60)),
  outsideRange: (road: string, stake: number, from: number, to: number): Text => ({
    zh: `${road} 的桩号范围是 ${formatStake(from)}—${formatStake(to)}，${formatStake(stake)} 不在其中。`,
    en: `${road} runs from ${formatStake(from)} to ${formatStake(to)}; ${formatStake(stake)} is not on it.`,
  }),
  skippedStake: (road: string, stake: number): Text => ({
    zh: `${road} 上没有 ${formatStake(stake)}：此处有断链，该桩号不存在，请核对。`,
    en: `${road} has no ${formatStake(stake)}: the chainage jumps there. Check the stake.`,
  }),
  notDrawn: (road: string): Text => ({
    zh: `${road} 还没有线形，不能按桩号定位。请先导入线形，或直接标注点位。`,
    en: `${road} has no line yet, so stakes cannot be placed on it. Import its line or mark the point by hand.`,
  }),
  otherRoad: (asked: string, written: string): Text => ({
    zh: `桩号文字写的是 ${written}，而查询的是 ${asked}。请核对路线。`,
    en: `The stake names ${written}, but ${asked} was asked for. Check the road.`,
  }),
}
