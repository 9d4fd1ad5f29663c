import type { DemoGround } from '../../../api/demo/demo-accidents.ts'
import { bannerNetwork, readGisData } from '../roads/network/banner-network.ts'

interface Row {
  readonly road: string
  readonly fromStake: number
  readonly toStake: number
  readonly squad?: string
  readonly area?: string
}

const squads = readGisData<{ stretches: Row[] }>('squad-stretches.json').stretches
const townships = readGisData<{ stretches: Row[] }>('township-stretches.json').stretches

const at = (rows: readonly Row[], road: string, stake: number) =>
  rows.find((row) => row.road === road && stake >= row.fromStake && stake <= row.toStake)

/** The roads and stretches as they ship, without a database. */
export const shippedGround: DemoGround = {
  network: bannerNetwork,
  squadAt: (road, stake) => at(squads, road, stake)?.squad ?? null,
  townshipAt: (road, stake) => at(townships, road, stake)?.area ?? null,
}
