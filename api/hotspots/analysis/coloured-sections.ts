import type { ColourPreset } from '../rules/preset.ts'
import type { NamedSection } from './accident-on-road.ts'
import type { Finding } from './finding.ts'
import { accidentsBetween, firedFor } from './finding-window.ts'
import type { Route } from './route.ts'
import { countsOf } from './severity-counts.ts'

/** Named sections of a road; one that nobody named is a section as a whole. */
function sectionsOf(route: Route): NamedSection[] {
  if (route.sections.length > 0) return [...route.sections].sort((a, b) => a.fromStake - b.fromStake)
  return [{ name: '', fromStake: route.fromStake, toStake: route.toStake }]
}

/** A section has the worst colour whose number it reaches. */
export function colourSections(route: Route, { thresholds }: ColourPreset): Finding[] {
  return sectionsOf(route).flatMap((section) => {
    const inside = accidentsBetween(route, section)
    const counts = countsOf(inside)
    const casualtyAccidents = counts.fatalAccidents + counts.injuryAccidents
    const value = { killed: counts.killed, casualtyAccidents }
    const reached = thresholds.find(({ of, minimum }) => value[of] >= minimum)
    if (!reached || inside.length === 0) return []
    const { name, fromStake, toStake } = section
    const windowLength = Math.max(1, toStake - fromStake)
    const fired = firedFor(route, { id: reached.colour, text: reached.text, windowLength }, inside.length)
    return [{ route, fromStake, toStake, fired: [fired], ...(name ? { name } : {}) }]
  })
}
