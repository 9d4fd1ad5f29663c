import type { CoordinateProposal } from '../roads/coordinates/coordinate-reading.ts'
import { readCoordinates } from '../roads/coordinates/coordinate-text.ts'
import { distanceBetween, type LonLat } from '../roads/network/geodesy.ts'

/** The accident register writes 坐标X,坐标Y,经度,纬度: the last two are the place. */
const ofRegister = /^[^,]*,[^,]*,([^,]+,[^,]+)$/

/** Every way to read the original of a coordinate. */
export function readOriginal(raw: string | null): readonly CoordinateProposal[] {
  if (raw === null) return []
  const reading = readCoordinates(ofRegister.exec(raw)?.[1] ?? raw)
  return reading.ok ? reading.proposals : []
}

/** The original as it was given, if it stands for this point; so that placing again keeps its last digit. */
export function originalOf(raw: string | null, point: LonLat): CoordinateProposal | undefined {
  return readOriginal(raw).find((proposal) => distanceBetween(proposal.point, point) < 1)
}
