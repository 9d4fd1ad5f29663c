import type { LonLat } from '../../../api/roads/network/geodesy.ts'
import { formatStake } from '../../../api/roads/stakes/stake-format.ts'
import { parseStakeText } from '../../../api/roads/stakes/stake-text.ts'
import type { Road } from '../api/api-types.ts'
import type { AdminGrade, NewRoad, RoadPatch } from '../api/road-types.ts'

type Facts = Omit<NewRoad, 'code' | 'reason'>

const listOf = (text: string) =>
  text
    .split(/[、，,;；\n]/)
    .map((part) => part.trim())
    .filter(Boolean)

const numberOf = (text: string) => (text.trim() === '' ? null : Number(text))
const wordsOf = (text: string) => text.trim() || null

/** Any spelling of a stake, in metres; null for nothing, undefined for something unreadable. */
export function stakeIn(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const read = parseStakeText(text)
  return read.ok ? read.reading.from : undefined
}

/** The facts of a road being written; of a new one, or of the one it began with. */
export class RoadForm {
  /** The road with the version that was seen; undefined for a new one. */
  road = $state.raw<Road | undefined>(undefined)
  code = $state('')
  name = $state('')
  aliases = $state('')
  adminGrade = $state<AdminGrade>('county')
  technicalClass = $state('')
  officialLengthKm = $state('')
  fromStake = $state('')
  toStake = $state('')
  township = $state('')
  course = $state('')
  note = $state('')
  reason = $state('')
  point = $state.raw<LonLat | null>(null)
  /** Read once: what the road was when the form was opened. */
  readonly #before: Facts | undefined

  constructor(road?: Road) {
    this.road = road
    if (!road) return
    this.name = road.name
    this.aliases = road.aliases.join('、')
    this.adminGrade = road.adminGrade
    this.technicalClass = road.technicalClass ?? ''
    this.officialLengthKm = road.officialLengthKm === null ? '' : String(road.officialLengthKm)
    this.fromStake = road.fromStake === null ? '' : formatStake(road.fromStake)
    this.toStake = road.toStake === null ? '' : formatStake(road.toStake)
    this.township = road.township ?? ''
    this.course = road.course ?? ''
    this.note = road.qualityNote
    this.point = road.point
    this.#before = this.facts
  }

  readonly missing = $derived({
    name: this.name.trim() === '',
    officialLengthKm: !/^\d*(\.\d{1,3})?$/.test(this.officialLengthKm.trim()),
    fromStake: stakeIn(this.fromStake) === undefined,
    toStake: stakeIn(this.toStake) === undefined,
    reason: this.road !== undefined && this.reason.trim().length < 2,
  })

  get facts(): Facts {
    return {
      name: this.name.trim(),
      aliases: listOf(this.aliases),
      adminGrade: this.adminGrade,
      technicalClass: (this.technicalClass || null) as Facts['technicalClass'],
      officialLengthKm: numberOf(this.officialLengthKm),
      fromStake: stakeIn(this.fromStake) ?? null,
      toStake: stakeIn(this.toStake) ?? null,
      township: wordsOf(this.township),
      course: wordsOf(this.course),
      point: this.point && { lon: this.point[0], lat: this.point[1], crs: 'wgs84' },
      note: wordsOf(this.note),
    }
  }

  get newRoad(): NewRoad {
    return { ...this.facts, code: wordsOf(this.code) ?? undefined }
  }

  /** Only what was changed, so that a colleague's other changes stay. */
  get patch(): RoadPatch {
    const changed = Object.entries(this.facts).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(this.#before?.[key as keyof Facts]),
    )
    return { ...Object.fromEntries(changed), reason: this.reason.trim() }
  }
}
