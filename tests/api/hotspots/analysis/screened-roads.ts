import type {
  Junction,
  ScreenedAccident,
  ScreenedRoad,
} from '../../../../api/hotspots/analysis/accident-on-road.ts'
import { screenNetwork, type ScreeningInput } from '../../../../api/hotspots/analysis/screen-network.ts'
import { seededRandom } from '../../../../api/hotspots/analysis/seeded-random.ts'
import { presetIds, presets } from '../../../../api/hotspots/presets.ts'
import { weightSets } from '../../../../api/hotspots/rules/severity-weights.ts'

export const newAccident = (stake: number, values: Partial<ScreenedAccident> = {}): ScreenedAccident => ({
  id: `at-${stake}`,
  stake,
  direction: 'both',
  procedure: 'general',
  killed: 1,
  injured: 0,
  seriouslyInjured: 0,
  lossYuan: 1_000,
  form: '11',
  causeClass: '32',
  light: '3',
  weather: '1',
  hour: 20,
  weekday: 5,
  ...values,
})

/** One that counts for no rule of deaths. */
export const newScratch = (stake: number, values: Partial<ScreenedAccident> = {}) =>
  newAccident(stake, { id: `scratch-${stake}`, killed: 0, ...values })

export const newRoad = (
  accidents: readonly ScreenedAccident[],
  values: Partial<ScreenedRoad> = {},
): ScreenedRoad => ({
  code: 'G1',
  divided: false,
  fromStake: 0,
  toStake: 100_000,
  breaks: [],
  accidents,
  ...values,
})

export const crossing = (stake: number, otherStake: number): Junction => ({
  arms: [
    { road: 'G1', stake },
    { road: 'S2', stake: otherStake },
  ],
})

/** Three hundred near three places, some at the same metre. */
export function crowdedAccidents(): ScreenedAccident[] {
  const random = seededRandom(7)
  return Array.from({ length: 300 }, (_, i) =>
    newAccident(Math.floor(random() * 40) * 100 + (i % 3) * 9_000, {
      id: `a${String(i).padStart(3, '0')}`,
      killed: i % 7 === 0 ? 1 : 0,
      injured: i % 3,
      hour: i % 24,
    }),
  )
}

export const everyPreset = presetIds.filter((id) => id !== 'P0').map((id) => presets[id])

/** Screens with the numbers of a preset; no simulation unless asked for. */
export const screen = (roads: readonly ScreenedRoad[], input: Partial<ScreeningInput> = {}) =>
  screenNetwork({
    preset: presets.P1a,
    weightSet: weightSets[(input.preset ?? presets.P1a).weights],
    roads,
    junctions: [],
    loose: [],
    simulations: 0,
    ...input,
  })
