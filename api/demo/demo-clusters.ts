import type { Story } from './accident-story.ts'
import type { Stretch, Trait } from './demo-places.ts'

/** An accident that is written out, because a named place depends on it. */
export interface PinnedAccident {
  /** Years before the demo year. */
  readonly yearsBefore: number
  readonly road: Stretch['road']
  readonly stake: number
  readonly direction: 'increasing' | 'decreasing'
  readonly day: number
  readonly minute: number
  readonly story: Story
  readonly traits: readonly Trait[]
  readonly killed: number
  readonly injured: number
  readonly seriouslyInjured: number
  readonly lossYuan: number
  readonly keyVehicles: readonly string[]
  readonly known: 'hazardNotRemedied' | 'ordinary'
}

type Place = Pick<PinnedAccident, 'road' | 'traits' | 'keyVehicles' | 'known'>
type When = readonly [yearsBefore: number, month: Story['month'], day: number, clock: string]
type What = readonly [Story['light'], Story['weather'], Story['happening'], Story['cause']]
type Harm = readonly [killed: number, injured: number, seriouslyInjured: number, lossYuan: number]

const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

const at =
  (place: Place) =>
  (
    stake: number,
    direction: 'increasing' | 'decreasing',
    [yearsBefore, month, day, clock]: When,
    [light, weather, happening, cause]: What,
    [killed, injured, seriouslyInjured, lossYuan]: Harm,
  ): PinnedAccident => ({
    ...place,
    yearsBefore,
    stake,
    direction,
    day,
    minute: minuteOf(clock),
    story: { month, light, weather, happening, cause },
    killed,
    injured,
    seriouslyInjured,
    lossYuan,
  })

/** Coal haul road meets G109 on the level, no give-way signs, no light: heavy trucks turn left across the traffic. */
const coalJunction = at({
  road: 'G109',
  traits: ['junction', 'coal'],
  keyVehicles: ['heavyTruck'],
  known: 'hazardNotRemedied',
})
/** Bends on a slope, the outer edge without a barrier, ice in the shade. */
const bends = at({ road: 'G109', traits: ['curve'], keyVehicles: [], known: 'hazardNotRemedied' })
const pasture109 = at({ road: 'G109', traits: ['pasture'], keyVehicles: [], known: 'hazardNotRemedied' })
/** Nothing links these three but the stretch: what chance looks like. */
const byChance = at({ road: 'G109', traits: ['curve', 'sand'], keyVehicles: [], known: 'ordinary' })
const unlitVillage = at({
  road: 'G110',
  traits: ['settlement', 'junction'],
  keyVehicles: [],
  known: 'hazardNotRemedied',
})
/** Drifted sand covers the lower lane behind a bend. */
const driftedSand = at({
  road: 'S216',
  traits: ['sand', 'curve'],
  keyVehicles: [],
  known: 'hazardNotRemedied',
})
const accidentProne = at({ road: 'S216', traits: ['junction', 'curve'], keyVehicles: [], known: 'ordinary' })
/** Livestock comes through the opening in the median. */
const medianGap = at({ road: 'CAYJ', traits: ['pasture'], keyVehicles: [], known: 'hazardNotRemedied' })

export const pinnedAccidents: readonly PinnedAccident[] = [
  coalJunction(1_046_230, 'increasing', [0, '2', 18, '19:25'], ['3', '1', '11-5', '32'], [1, 1, 1, 31_000]),
  coalJunction(1_046_310, 'increasing', [0, '5', 9, '08:10'], ['1', '1', '11-5', '32'], [0, 3, 3, 34_000]),
  coalJunction(1_046_560, 'decreasing', [0, '7', 22, '21:40'], ['3', '1', '11-5', '32'], [1, 1, 0, 36_000]),
  coalJunction(1_046_420, 'increasing', [0, '9', 5, '18:05'], ['1', '2', '11-5', '32'], [0, 1, 0, 12_000]),
  coalJunction(1_046_350, 'decreasing', [0, '11', 14, '20:15'], ['3', '1', '11-1', '13'], [0, 0, 0, 12_000]),
  coalJunction(1_046_300, 'increasing', [1, '6', 3, '22:10'], ['3', '1', '11-5', '32'], [1, 2, 1, 28_000]),
  coalJunction(1_046_900, 'decreasing', [1, '10', 20, '07:50'], ['1', '1', '11-1', '49'], [0, 1, 0, 9_000]),
  coalJunction(1_047_400, 'increasing', [2, '4', 11, '20:30'], ['3', '1', '11-5', '32'], [1, 1, 0, 27_000]),
  coalJunction(1_046_480, 'increasing', [2, '8', 27, '17:30'], ['1', '1', '11-5', '32'], [0, 1, 0, 8_000]),
  bends(988_060, 'increasing', [0, '1', 12, '09:10'], ['1', '4', '33', '12'], [0, 3, 3, 22_000]),
  bends(988_610, 'decreasing', [0, '3', 6, '19:45'], ['3', '1', '32', '12'], [0, 2, 1, 31_000]),
  bends(989_560, 'increasing', [0, '6', 24, '14:30'], ['1', '1', '11-2', '27'], [0, 3, 3, 26_000]),
  bends(989_150, 'increasing', [0, '11', 8, '08:20'], ['1', '1', '35', '91'], [0, 1, 0, 8_000]),
  pasture109(967_700, 'increasing', [0, '6', 14, '22:30'], ['3', '1', '36', '97'], [0, 1, 0, 9_000]),
  pasture109(969_050, 'decreasing', [0, '9', 19, '21:20'], ['3', '1', '36', '49'], [0, 1, 0, 8_500]),
  pasture109(970_020, 'increasing', [1, '8', 7, '23:05'], ['3', '2', '36', '97'], [0, 1, 0, 7_000]),
  byChance(1_020_150, 'increasing', [0, '4', 16, '15:20'], ['1', '1', '31', '15'], [0, 1, 0, 9_000]),
  byChance(1_020_980, 'decreasing', [1, '12', 1, '10:40'], ['1', '1', '35', '12'], [0, 1, 0, 6_000]),
  byChance(1_021_900, 'increasing', [2, '7', 30, '16:15'], ['1', '1', '11-8', '19'], [0, 2, 0, 11_000]),
  unlitVillage(1_142_010, 'decreasing', [0, '10', 13, '20:40'], ['3', '1', '21', '12'], [0, 1, 1, 6_000]),
  unlitVillage(1_141_960, 'increasing', [1, '11', 2, '19:15'], ['3', '1', '21', '49'], [0, 1, 0, 4_000]),
  driftedSand(38_130, 'increasing', [0, '4', 3, '17:10'], ['1', '7', '32', '12'], [1, 2, 1, 16_000]),
  driftedSand(38_280, 'decreasing', [0, '5', 21, '16:20'], ['1', '7', '11-2', '27'], [0, 2, 1, 30_000]),
  driftedSand(38_460, 'increasing', [0, '4', 26, '20:50'], ['3', '7', '31', '89'], [0, 1, 1, 30_000]),
  driftedSand(39_200, 'increasing', [1, '3', 28, '13:40'], ['1', '7', '35', '91'], [0, 1, 0, 9_000]),
  accidentProne(109_650, 'increasing', [0, '3', 17, '20:25'], ['3', '1', '11-2', '14'], [1, 1, 0, 12_000]),
  accidentProne(110_380, 'decreasing', [0, '7', 8, '13:50'], ['1', '1', '11-5', '32'], [0, 3, 3, 14_000]),
  accidentProne(111_150, 'increasing', [0, '10', 26, '18:10'], ['5', '1', '11-2', '19'], [0, 3, 3, 12_000]),
  medianGap(21_180, 'increasing', [0, '6', 30, '22:05'], ['3', '1', '36', '97'], [0, 3, 3, 12_000]),
  medianGap(21_420, 'increasing', [0, '8', 18, '23:20'], ['3', '1', '36', '97'], [0, 2, 1, 31_000]),
  medianGap(21_560, 'increasing', [0, '10', 9, '21:30'], ['3', '2', '36', '49'], [0, 1, 0, 30_000]),
]
