import type { DensityCluster, Road, ScreeningSite } from '../api/api-types.ts'
import type { DensityPiece } from './density-curve.ts'
import { selectStake } from '../map/road-selection.ts'
import { placeStretch, type StripAxis } from './strip-axis.ts'
import type { Band, Mark, Town } from './strip-marks.ts'
import type { Track } from './strip-tracks.ts'
import { strengthPercent, strengthWord } from '../text/cluster-strength.ts'
import type { Words } from '../text/words.ts'
import { formatRange } from '../../../api/roads/stakes/stake-format.ts'

/** Everything that is drawn of one road, placed on its axis. */
export interface StripContent {
  readonly axis: StripAxis
  readonly marks: readonly Mark[]
  readonly squads: readonly Band[]
  readonly townships: readonly Band[]
  readonly hotspots: readonly Band[]
  readonly density: readonly DensityPiece[]
  readonly highest: number
  readonly clusters: readonly Band[]
  readonly towns: readonly Town[]
  readonly tracks: readonly Track[]
  readonly paperTracks: readonly Track[]
  readonly isDivided: boolean
  readonly axisEms: number
  readonly towards: { readonly increasing?: string; readonly decreasing?: string }
}

type Stretches = Road['squadStretches']

export function stretchBands(
  axis: StripAxis,
  stretches: Stretches,
  wordOf: (name: string) => string,
): Band[] {
  return [...stretches]
    .sort((a, b) => a.fromStake - b.fromStake)
    .map(({ fromStake, toStake, code, name }) => ({
      id: `${code}:${fromStake}`,
      ...spanOf(axis, fromStake, toStake),
      name,
      label: `${wordOf(name)} ${formatRange(fromStake, toStake)}`,
    }))
}

function spanOf(axis: StripAxis, fromStake: number, toStake: number) {
  const { from, to } = placeStretch(axis, fromStake, toStake)
  return { from, to }
}

export function hotspotBands(axis: StripAxis, sites: readonly ScreeningSite[], words: Words): Band[] {
  return sites.map((site) => ({
    id: site.id,
    ...spanOf(axis, site.fromStake, site.toStake),
    name: String(site.rank),
    rank: site.rank,
    label: `${words.strip.hotspot(site.rank, site.accidents, site.killed, site.injured)} ${formatRange(site.fromStake, site.toStake)}`,
    selection: { kind: 'hotspot', id: site.id },
  }))
}

/** Where accidents lie closer than chance explains, numbered from the strongest on this road. */
export function clusterBands(axis: StripAxis, clusters: readonly DensityCluster[], words: Words): Band[] {
  const ranked = [...clusters].sort((a, b) => b.strength - a.strength)
  return ranked.map(({ road, fromStake, toStake, accidents, sectionAccidents, strength }, index) => ({
    id: `${fromStake}-${toStake}`,
    ...spanOf(axis, fromStake, toStake),
    name: String(index + 1),
    label: [
      `${words.strip.cluster(index + 1)} ${formatRange(fromStake, toStake)}`,
      words.density.clusterFacts(accidents, sectionAccidents),
      words.density.strengths[strengthWord(strength)](strengthPercent(strength)),
    ].join(' · '),
    selection: selectStake(road, fromStake, toStake),
  }))
}
