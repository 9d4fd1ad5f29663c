import type { SeverityCounts } from '../rules/severity-weights.ts'

type Outcome = { readonly killed: number; readonly injured: number; readonly lossYuan: number }

export interface Totals extends SeverityCounts {
  readonly lossYuan: number
}

export function countsOf(accidents: readonly Outcome[]): Totals {
  let [killed, injured, lossYuan, fatalAccidents, injuryAccidents] = [0, 0, 0, 0, 0]
  for (const accident of accidents) {
    killed += accident.killed
    injured += accident.injured
    lossYuan += accident.lossYuan
    if (accident.killed > 0) fatalAccidents++
    else if (accident.injured > 0) injuryAccidents++
  }
  return { accidents: accidents.length, killed, injured, lossYuan, fatalAccidents, injuryAccidents }
}
