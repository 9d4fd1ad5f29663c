import type { StakeExtent } from './stake-range.ts'

const roughlyBefore = /(?:约|大约|大概|接近|将近|不到)\s?[ZY]?$/
const roughlyBehind = /^\s?(?:处)?\s?(?:左右|附近|上下|一带|不到|有余|多(?!\s?\d))/

/** 约, 左右 and 附近 mean within some hundred metres, however many digits stand there. */
function approximateAround(text: string, extent: StakeExtent): StakeExtent {
  const isRough =
    roughlyBefore.test(text.slice(Math.max(0, extent.start - 6), extent.start)) ||
    roughlyBehind.test(text.slice(extent.end, extent.end + 8))
  if (!isRough) return extent
  return {
    ...extent,
    precision: Math.max(100, extent.precision),
    warnings: [...extent.warnings, 'approximate'],
  }
}

/** 往西2公里, 往乌海方向20公里 and 棋盘井镇5公里 are as likely distances from somewhere as stakes. */
const wayBefore =
  /(?:[往向朝以偏][东南西北前后]{1,2}|[东南西北前后](?:侧|面|方)|方向|行驶|走|[镇旗村乡市]|苏木|嘎查|[费油]站|服务区|路口)(?:约|大约)?\s?$/
/** 棋盘井镇西2公里, 路口南2公里500米. */
const besidePlace =
  /(?:[镇旗村乡市站桥门口矿厂校]|苏木|嘎查|服务区|路口)[东南西北]{1,2}(?:侧|面|方|边)?(?:约|大约)?\s?$/
const distanceAtMost = 100_000

function maybeDistance(text: string, extent: StakeExtent): StakeExtent {
  const written = text.slice(extent.start, extent.end)
  const isWhole = /^\d+(?:\.\d+)?\s?(?:公里|千米|KM)$/.test(written)
  const isSpoken = /^\d+(?:\.\d+)?\s?(?:公里|千米|KM)/.test(written)
  const before = text.slice(Math.max(0, extent.start - 12), extent.start)
  const isDistance = (isWhole && wayBefore.test(before)) || (isSpoken && besidePlace.test(before))
  if (!isDistance || extent.from >= distanceAtMost) return extent
  return { ...extent, warnings: [...extent.warnings, 'maybe_distance'], ambiguous: true }
}

/** K1046+200KM, 1046公里多200米, 1046公里第2百米桩: a number that clings to the stake and was not read with it. */
const clinging = /^\s?[+加又多差欠第]\s?\d/

function numberLeft(text: string, extent: StakeExtent): StakeExtent {
  if (!clinging.test(text.slice(extent.end, extent.end + 8))) return extent
  return { ...extent, warnings: [...extent.warnings, 'number_left'], ambiguous: true }
}

/** -K0+100 lies before the zero of its road; nothing here can say where that is. */
const minusBefore = /(?:(?:^|[(:])\s?|K\s?)[-−]\s?$/

function signDropped(text: string, extent: StakeExtent): StakeExtent {
  if (!minusBefore.test(text.slice(Math.max(0, extent.start - 4), extent.start))) return extent
  return { ...extent, warnings: [...extent.warnings, 'sign_dropped'], ambiguous: true }
}

/** What the words right before and behind a stake make doubtful. */
export function doubtsAround(text: string, extent: StakeExtent): StakeExtent {
  return signDropped(text, numberLeft(text, maybeDistance(text, approximateAround(text, extent))))
}
