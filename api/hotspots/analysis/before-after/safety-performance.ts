import type { Text } from '../../../http/text.ts'
import { exp } from '../portable-math.ts'

/** A model of how many accidents a road like this one has; named and versioned, so that a result says which one it used. */
export interface SafetyPerformanceFunction {
  readonly id: string
  readonly version: number
  readonly name: Text
  readonly source: Text
  /** A year, on a stretch of this many metres. */
  readonly predictYear: (aadt: number, length: number) => number
  /** Overdispersion k of a stretch of this many metres. */
  readonly overdispersionOf: (length: number) => number
  readonly highestAadt: number
}

const metresPerMile = 1609.344

/** Highway Safety Manual 1st ed., equation 10-6 and 10-7: base conditions, all crashes of the States. */
export const ruralTwoLane: SafetyPerformanceFunction = {
  id: 'hsm-rural-two-lane-base',
  version: 1,
  name: {
    zh: '乡村双车道公路基准模型（美国 HSM），按本地参照路段校正',
    en: 'Base model of rural two-lane roads (HSM), calibrated to local stretches',
  },
  source: {
    zh: '美国《公路安全手册》第一版第 10 章式 10-6、10-7；系数来自美国，用本地校正系数 C 修正；不是我国部颁标准',
    en: 'Highway Safety Manual, 1st ed., eq. 10-6 and 10-7; coefficients of the United States, corrected by a local factor C; not a Chinese standard',
  },
  predictYear: (aadt, length) => aadt * (length / metresPerMile) * 365e-6 * exp(-0.312),
  overdispersionOf: (length) => 0.236 / (length / metresPerMile),
  highestAadt: 17_800,
}

/** Local calibration: what similar stretches had, over what the model says of them. */
export const calibrationFactor = (observed: number, predicted: number): number | undefined =>
  predicted > 0 && observed > 0 ? observed / predicted : undefined
