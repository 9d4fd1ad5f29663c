import type { Harm } from './accident-draft.ts'
import type { PinnedAccident } from './demo-clusters.ts'
import type { DemoRoad, RoadTotals, Totals } from './demo-years.ts'
import { splitAmount } from './quotas.ts'
import type { Random } from './seeded-random.ts'

/** Accidents with two dead; all other fatal ones have one, none has three. */
const doubleDeaths: Readonly<Partial<Record<DemoRoad, number>>> = { G109: 2, S216: 1, OTHER: 1 }
const reportedDoubleDeaths: Readonly<Partial<Record<DemoRoad, number>>> = { G109: 1 }
const damageOnlyShare = 0.09

function less(all: Totals, part: Totals): Totals {
  return {
    accidents: all.accidents - part.accidents,
    killed: all.killed - part.killed,
    injured: all.injured - part.injured,
    lossYuan: all.lossYuan - part.lossYuan,
  }
}

function sumOf(pinned: readonly PinnedAccident[]): Totals {
  const sum = (field: 'killed' | 'injured' | 'lossYuan') => pinned.reduce((all, one) => all + one[field], 0)
  return {
    accidents: pinned.length,
    killed: sum('killed'),
    injured: sum('injured'),
    lossYuan: sum('lossYuan'),
  }
}

function deathsOf(totals: Totals, doubles: number): number[] {
  const fatal = totals.killed - doubles
  return Array.from({ length: totals.accidents }, (_, i) => (i < doubles ? 2 : i < fatal ? 1 : 0))
}

/** Everybody but the dead of a fatal accident and the damage-only ones has somebody hurt; nobody has more than four. */
function injuriesOf(deaths: readonly number[], totals: Totals, damageOnly: number, random: Random): number[] {
  const injuries = deaths.map((killed, i) => (killed > 0 || i >= deaths.length - damageOnly ? 0 : 1))
  const mayHurtMore = (i: number) => i < deaths.length - damageOnly && injuries[i]! < 4
  for (let left = totals.injured - injuries.filter(Boolean).length; left > 0; left--) {
    const open = injuries.map((_, i) => i).filter(mayHurtMore)
    injuries[random.weighted(open, (i) => 1 / (1 + injuries[i]! ** 2))]! += 1
  }
  return injuries
}

function serious(killed: number, injured: number, random: Random): number {
  // Three seriously injured would make it 重大, which outside the named places only a death does.
  return random.integer(0, killed > 0 ? injured : Math.min(injured, 2))
}

function harms(totals: Totals, doubles: number, isReported: boolean, random: Random): Harm[] {
  const deaths = deathsOf(totals, doubles)
  const fatal = deaths.filter((killed) => killed > 0).length
  const damageOnly = isReported ? 0 : Math.round((totals.accidents - fatal) * damageOnlyShare)
  const injuries = injuriesOf(deaths, totals, damageOnly, random)
  const weights = deaths.map((killed) => 0.35 + random.next() * (killed > 0 ? 2 : 1.4))
  const losses = splitAmount(totals.lossYuan, weights, 100)
  return deaths.map((killed, i) => ({
    killed,
    injured: injuries[i]!,
    seriouslyInjured: serious(killed, injuries[i]!, random),
    lossYuan: losses[i]!,
    isReported,
  }))
}

/** The accidents of one road and year that are not written out: together with those they make the road's totals. */
export function harmsOf(totals: RoadTotals, pinned: readonly PinnedAccident[], random: Random): Harm[] {
  const free = less(less(totals, sumOf(pinned)), totals.reported)
  const reportedDoubles = reportedDoubleDeaths[totals.road] ?? 0
  const doubles = (doubleDeaths[totals.road] ?? 0) - reportedDoubles
  return [...harms(totals.reported, reportedDoubles, true, random), ...harms(free, doubles, false, random)]
}
