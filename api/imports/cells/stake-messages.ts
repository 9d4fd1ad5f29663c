import { formatStake } from '../../roads/stakes/stake-format.ts'
import type { Text } from '../../http/text.ts'

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

export const stakeMessages = {
  kilometreOnly: (stake: number): Text => ({
    zh: `只有公里数，没有米数，按 ${formatStake(stake)} 采用，精确到公里。`,
    en: `Only kilometres are given; ${formatStake(stake)} was taken, good to a kilometre.`,
  }),
  metresTooLarge: (text: string): Text => ({
    zh: `米数“${short(text)}”达到或超过 1000，公里或米数有误，请核对。`,
    en: `The metres “${short(text)}” are 1000 or more: check kilometres and metres.`,
  }),
  unreadablePart: (text: string): Text => ({
    zh: `公里数或米数“${short(text)}”不能识别，请核对。`,
    en: `The kilometres or metres “${short(text)}” cannot be read. Check them.`,
  }),
  metresAlone: (text: string): Text => ({
    zh: `只有米数“${short(text)}”，没有公里数，请补上。`,
    en: `There are metres (“${short(text)}”) but no kilometres. Add them.`,
  }),
  range: (text: string): Text => ({
    zh: `“${short(text)}”是一段路，事故位置取了起点，请核对。`,
    en: `“${short(text)}” is a stretch; its start was taken. Check it.`,
  }),
  ambiguous: (text: string, alternatives: readonly number[]): Text => ({
    zh: `“${short(text)}”有不止一种读法${alternatives.length > 0 ? `（或为 ${alternatives.map(formatStake).join('、')}）` : ''}，请核对。`,
    en: `“${short(text)}” can be read in more than one way${alternatives.length > 0 ? ` (or ${alternatives.map(formatStake).join(', ')})` : ''}. Check it.`,
  }),
  fromPlaceText: (stake: number): Text => ({
    zh: `桩号 ${formatStake(stake)} 取自事故地点的文字。`,
    en: `The stake ${formatStake(stake)} was read from the words for the place.`,
  }),
  directionFromPlaceText: (): Text => ({
    zh: '方向或路侧取自事故地点的文字。',
    en: 'Direction or side was read from the words for the place.',
  }),
  differsFromPlace: (stake: number, written: number): Text => ({
    zh: `桩号列为 ${formatStake(stake)}，事故地点却写 ${formatStake(written)}，请核对。`,
    en: `The stake column says ${formatStake(stake)}, the place ${formatStake(written)}. Check them.`,
  }),
  roadDiffersFromPlace: (road: string, written: string): Text => ({
    zh: `路线列为 ${road}，事故地点却写 ${written}，请核对。`,
    en: `The road column says ${road}, the place ${written}. Check them.`,
  }),
  noRoad: (stake: number): Text => ({
    zh: `有桩号 ${formatStake(stake)}，但不知是哪条路，请选定路线。`,
    en: `There is a stake ${formatStake(stake)} but no road. Choose the road.`,
  }),
  roadFromText: (road: string): Text => ({
    zh: `路线 ${road} 取自文字。`,
    en: `The road ${road} was read from the words.`,
  }),
}
