import type { Write } from './lettering.ts'
import type { DrawnHazard, Severity } from './inset-facts.ts'
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
const rays = [0, 45, 90, 135, 180, 225, 270, 315]
const ray = (turn: number) => `<path d="M0 -2V-7.4" transform="rotate(${turn})"/>`

/** Around 0 0, within a circle of 8: outlines known from the road itself. */
const glyphs: Readonly<Record<string, string>> = {
  solar_strobe: `<g stroke="${ink}" stroke-width="3.4" stroke-linecap="round">${rays.map(ray).join('')}</g><g stroke="${amber}" stroke-width="1.8" stroke-linecap="round">${rays.map(ray).join('')}</g>`,
  speed_bump: `<rect x="-8" y="-2.8" width="16" height="5.6" rx="1.4" fill="${ink}"/><path d="M-4.8 -2.8h2.4l-2.4 5.6h-2.4zM.4 -2.8h2.4l-2.4 5.6h-2.4zM5.6 -2.8h2.2L5.4 2.8H3.2z" fill="${amber}"/>`,
  rumble_line: `<path d="M-7 -4.6H7M-7 -1.5H7M-7 1.5H7M-7 4.6H7" stroke="${ink}" stroke-width="1.8"/>`,
  warning_sign: `<path d="M-7.4 -5.6H7.4L0 7Z" fill="${amber}" stroke="${ink}" stroke-width="1.7" stroke-linejoin="round"/>`,
  marker_post: `<g fill="${ink}"><rect x="-6" y="-7" width="3" height="14"/><rect x="3" y="-7" width="3" height="14"/></g><g fill="${paper}"><rect x="-6" y="-4" width="3" height="2.6"/><rect x="-6" y="1" width="3" height="2.6"/><rect x="3" y="-4" width="3" height="2.6"/><rect x="3" y="1" width="3" height="2.6"/></g>`,
  convex_mirror: `<path d="M0 2v6" stroke="${ink}" stroke-width="2.2"/><circle cy="-2.2" r="4.9" fill="${paper}" stroke="${ink}" stroke-width="2"/>`,
  barrier: `<path d="M-8 -3.4H8M-8 .4H8" stroke="${ink}" stroke-width="2.2"/><path d="M-5 -5V6M5 -5V6" stroke="${ink}" stroke-width="1.8"/>`,
  cone: `<path d="M0 -7.4 4.4 5.4H-4.4Z" fill="${amber}" stroke="${ink}" stroke-width="1.4" stroke-linejoin="round"/><path d="M-6.6 5.8H6.6" stroke="${ink}" stroke-width="2"/>`,
  drum: `<rect x="-4.6" y="-6.8" width="9.2" height="13.6" rx="1.6" fill="${amber}" stroke="${ink}" stroke-width="1.4"/><path d="M-4.6 -2.2H4.6M-4.6 2.4H4.6" stroke="${ink}" stroke-width="1.8"/>`,
  chevron: `<path d="M-6.4 -5.4 -1 0-6.4 5.4M.4 -5.4 5.8 0 .4 5.4" fill="none" stroke="${ink}" stroke-width="2.6" stroke-linejoin="round"/>`,
  speed_camera: `<rect x="-7" y="-4.4" width="11" height="8.8" rx="1.6" fill="${ink}"/><path d="M4 -1.4 7.6 -3.8V3.8L4 1.4Z" fill="${ink}"/><circle cx="-1.6" r="2.4" fill="${paper}"/>`,
  vms: `<rect x="-7.4" y="-5.8" width="14.8" height="8.4" rx="1" fill="${ink}"/><path d="M-4.6 -3.2H4.6M-4.6 -.4H2" stroke="${amber}" stroke-width="1.6"/><path d="M0 2.6V7" stroke="${ink}" stroke-width="2"/>`,
  other: `<path d="M0 -7.2 7.2 0 0 7.2-7.2 0Z" fill="none" stroke="${ink}" stroke-width="2.2" stroke-linejoin="round"/><circle r="2.1" fill="${amber}" stroke="${ink}" stroke-width=".8"/>`,
}

export const facilityRadius = 9

export function drawFacility(place: Place, kind: string): string {
  const plate = `<circle r="11" fill="${paper}" stroke="${ink}" stroke-width="1.3"/>`
  return at(place, plate + (glyphs[kind] ?? glyphs['other']!), facilityRadius / 11)
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
export const severities = ['fatal', 'injury', 'damageOnly'] as const
