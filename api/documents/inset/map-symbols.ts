import { facilityGlyph } from './facility-glyphs.ts'
import type { Write } from './lettering.ts'
import type { Severity } from '../../accidents/severity.ts'
import type { DrawnHazard } from './inset-facts.ts'
import type { Place } from './inset-frame.ts'

/** Dark enough on paper, and apart from each other when the printer knows only grey. */
export const inks = {
  paper: '#ffffff',
  ink: '#1d1b16',
  soft: '#5c564a',
  faint: '#c9c1af',
  amber: '#e8a100',
  border: '#6b5560',
} as const

const levelColours: Readonly<Record<number, string>> = { 1: '#1d5c9e', 2: '#b85000', 3: '#a50f1b' }
export const levelColour = (level: number | null): string => levelColours[level ?? 1] ?? levelColours[1]!

/** Half the width of the hazard's mark. */
export const markRadius = 15

const at = ([x, y]: Place, body: string, scale = 1) =>
  `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)})${scale === 1 ? '' : ` scale(${scale})`}">${body}</g>`

/** 重大 is filled, 较大 has a double edge, 一般 a single one: level is read without colour. */
export function drawHazardMark(
  [x, y]: Place,
  { level, letter, isOverdue }: Pick<DrawnHazard, 'level' | 'letter' | 'isOverdue'>,
  write: Write,
  scale = 1,
): string {
  const colour = levelColour(level)
  const isMajor = level === 3
  const diamond = (radius: number, attributes: string) =>
    `<path d="M0 ${-radius}L${radius} 0 0 ${radius} ${-radius} 0Z" stroke-linejoin="round" ${attributes}/>`
  const inscribe = (text: string, size: number, fill: string, [dx, dy] = [0, 0]) =>
    write({ text, x: x + dx * scale, y: y + dy * scale, size: size * scale, anchor: 'middle', fill })
  inscribe(letter, level === 2 ? 12 : 13, isMajor ? inks.paper : inks.ink)
  if (isOverdue) inscribe('!', 10, inks.paper, [10, -10])
  const body = [
    diamond(markRadius + 1, `fill="${inks.paper}" stroke="${inks.paper}" stroke-width="3"`),
    diamond(
      markRadius - 1,
      `fill="${isMajor ? colour : inks.paper}" stroke="${colour}" stroke-width="${level === 2 ? 1.8 : 2.8}"`,
    ),
    level === 2 ? diamond(markRadius - 4.6, `fill="none" stroke="${colour}" stroke-width="1.4"`) : '',
    isOverdue
      ? `<circle cx="10" cy="-10" r="6" fill="${levelColour(3)}" stroke="${inks.paper}" stroke-width="1.4"/>`
      : '',
  ]
  return at([x, y], body.join(''), scale)
}

const { ink, amber, paper } = inks
export const facilityRadius = 9

export function drawFacility(place: Place, kind: string): string {
  const plate = `<circle r="11" fill="${paper}" stroke="${ink}" stroke-width="1.3"/>`
  return at(place, plate + facilityGlyph(kind, { ink, amber, plate: paper }), facilityRadius / 11)
}

export const accidentRadius = 5

const accidents: Readonly<Record<Severity, string>> = {
  fatal: `<circle r="5" fill="#6b0710" stroke="${paper}" stroke-width="1.2"/><circle r="1.7" fill="${paper}"/>`,
  injury: `<path d="M0 -5.4 5.4 4.2H-5.4Z" fill="#d95f02" stroke="${ink}" stroke-width=".9" stroke-linejoin="round"/>`,
  damageOnly: `<rect x="-3.9" y="-3.9" width="7.8" height="7.8" fill="${paper}" stroke="${ink}" stroke-width="1.3"/>`,
}

/** Shape and darkness together tell the severities apart. */
export const drawAccident = (place: Place, severity: Severity): string => at(place, accidents[severity])

export const severityNames: Readonly<Record<Severity, string>> = {
  fatal: '亡人事故',
  injury: '伤人事故',
  damageOnly: '财损事故',
}
