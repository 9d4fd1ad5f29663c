import type { Placement } from './place-input.ts'
import { formatRange } from '../roads/stakes/stake-format.ts'
import { hazardTypes, type HazardType } from './hazard-codes.ts'

/** 路+桩号: the place as it is read out over the radio. */
export function placeWording({
  roadCode,
  roadName,
  fromStake,
  toStake,
}: Pick<Placement, 'roadCode' | 'roadName' | 'fromStake' | 'toStake'>): string {
  const road = roadCode && /^[GSXYCZ]\d/.test(roadCode) ? `${roadCode} ` : roadName
  return fromStake === null ? roadName : `${road}${formatRange(fromStake, toStake ?? fromStake)}`
}

/** 路+桩号+类型, where nobody thought of a better name. */
export function hazardTitle(placement: Placement, mainType: HazardType): string {
  return `${placeWording(placement)} ${hazardTypes[mainType].zh}`
}

const bannerCode = '150624'

/** Counted per year, never used twice. */
export function hazardNumbers(year: number, sequence: number): { number: string; displayNumber: string } {
  const digits = String(sequence).padStart(4, '0')
  return { number: `YH-${bannerCode}-${year}-${digits}`, displayNumber: `鄂交隐〔${year}〕${digits}` }
}
