import type { LonLat } from '../../../api/roads/network/geodesy.ts'
import { pointToStakes } from '../../../api/roads/network/linear-referencing.ts'
import { roadInputOf, roadNameOf } from '../../../api/roads/network/road-input.ts'
import { buildRoadNetwork, type RoadNetwork } from '../../../api/roads/network/road-network.ts'
import { formatStake } from '../../../api/roads/stakes/stake-format.ts'
import type { RoadName } from '../../../api/roads/stakes/stake-reading.ts'
import type { Candidate, Road } from '../api/api-types.ts'
import type { Features } from '../map/map-types.ts'
import { isSameNetwork, isSameSigning, roadFeatures } from '../map/network-roads.ts'
import type { Language } from '../text/words.ts'
import { shippedNetwork, shippedRoadNames } from '../map/shipped-roads.ts'

/** The roads as the service knows them; before its answer, and without a signal, those that ship with the map. */
export class KnownRoads {
  readonly #answer: () => readonly Road[] | undefined
  // What was drawn last: an answer that says the same must not draw the map a second time.
  #network: RoadNetwork = shippedNetwork()
  #features: Features | null = null

  readonly list = $derived.by(() => this.#answer() ?? [])
  /** How texts call the roads; with it stakes are read on this device. */
  readonly names: readonly RoadName[] = $derived.by(
    () => this.#answer()?.map((road) => roadNameOf(road)) ?? shippedRoadNames,
  )
  readonly network: RoadNetwork = $derived.by(() => this.#newNetwork())
  /** Null draws the lines that ship with the map. */
  readonly features: Features | null = $derived.by(() => this.#newFeatures(this.network))

  constructor(answer: () => readonly Road[] | undefined) {
    this.#answer = answer
  }

  find(code: string | null | undefined): Road | undefined {
    return this.list.find((road) => road.code === code)
  }

  /** What is printed before a stake: the number, or the name of a road that has none. */
  label(code: string): string {
    return /^[GSXYC]\d/.test(code) ? code : this.nameOf(code)
  }

  /** To choose from: the number, or for a road without one its name in the language of the page. */
  choiceLabel({ code, name, nameEn }: Pick<Road, 'code' | 'name' | 'nameEn'>, language: Language): string {
    if (this.label(code) === code) return code
    return (language === 'en' && nameEn) || name
  }

  nameOf(code: string): string {
    return this.#nameOf(code)?.name ?? code
  }

  #nameOf(code: string): RoadName | undefined {
    return this.names.find((road) => road.code === code)
  }

  /** Which stakes a point has, read on this device: it works without a signal. */
  candidatesAt([lon, lat]: LonLat, maximumDistance?: number): Candidate[] {
    const found = pointToStakes(this.network, [lon, lat], maximumDistance ? { maximumDistance } : {})
    return found.map((candidate) => ({
      ...candidate,
      stakeText: formatStake(candidate.stake),
      point: [...candidate.point] as [number, number],
    }))
  }

  async locate({ lon, lat }: { readonly lon: number; readonly lat: number }) {
    return { candidates: this.candidatesAt([lon, lat]) }
  }

  #newNetwork(): RoadNetwork {
    const roads = this.#answer()
    const next = roads ? buildRoadNetwork(roads.map(roadInputOf)) : shippedNetwork()
    if (!isSameNetwork(this.#network, next)) this.#network = next
    return this.#network
  }

  #newFeatures(network: RoadNetwork): Features | null {
    const roads = this.#answer()
    const next = roads ? roadFeatures(roads) : null
    const shown = this.#features
    const isSame = next === null || isSameSigning(shown, next)
    if (network === this.#drawnNetwork && isSame && (next !== null || shown === null)) return shown
    this.#drawnNetwork = network
    this.#features = next
    return next
  }

  #drawnNetwork: RoadNetwork = this.#network
}
