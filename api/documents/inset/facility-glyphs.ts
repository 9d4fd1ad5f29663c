interface GlyphColours {
  readonly ink: string
  readonly amber: string
  readonly plate: string
}

type Glyph = (colours: GlyphColours) => string

const ray = (turn: number) => `<path d="M0 -2V-7.4" transform="rotate(${turn})"/>`

/** Around 0 0, within a circle of 8: outlines known from the road itself, legible at 20 px, on paper and in one ink. */
const glyphs: Readonly<Record<string, Glyph>> = {
  solar_strobe: ({ amber, ink }) =>
    `<g stroke="${ink}" stroke-width="3.4" stroke-linecap="round">${[0, 45, 90, 135, 180, 225, 270, 315].map(ray).join('')}</g><g stroke="${amber}" stroke-width="2" stroke-linecap="round">${[0, 45, 90, 135, 180, 225, 270, 315].map(ray).join('')}</g>`,
  speed_bump: ({ amber, ink }) =>
    `<rect x="-8" y="-2.8" width="16" height="5.6" rx="1.4" fill="${ink}"/><path d="M-4.8 -2.8h2.4l-2.4 5.6h-2.4zM.4 -2.8h2.4l-2.4 5.6h-2.4zM5.6 -2.8h2.2L5.4 2.8H3.2z" fill="${amber}"/>`,
  rumble_line: ({ ink }) =>
    `<path d="M-7 -4.6H7M-7 -1.5H7M-7 1.5H7M-7 4.6H7" stroke="${ink}" stroke-width="1.8"/>`,
  warning_sign: ({ amber, ink }) =>
    `<path d="M-7.4 -5.6H7.4L0 7Z" fill="${amber}" stroke="${ink}" stroke-width="1.7" stroke-linejoin="round"/>`,
  marker_post: ({ ink, plate }) =>
    `<g fill="${ink}"><rect x="-6" y="-7" width="3" height="14"/><rect x="3" y="-7" width="3" height="14"/></g><g fill="${plate}"><rect x="-6" y="-4" width="3" height="2.6"/><rect x="-6" y="1" width="3" height="2.6"/><rect x="3" y="-4" width="3" height="2.6"/><rect x="3" y="1" width="3" height="2.6"/></g>`,
  convex_mirror: ({ ink, plate }) =>
    `<path d="M0 2v6" stroke="${ink}" stroke-width="2.2"/><circle cy="-2.2" r="4.9" fill="${plate}" stroke="${ink}" stroke-width="2"/><path d="M-2.4 -3.4A3 3 0 0 1 .4 -5" stroke="${ink}" stroke-width="1.2" fill="none"/>`,
  barrier: ({ ink }) =>
    `<path d="M-8 -3.4H8M-8 .4H8" stroke="${ink}" stroke-width="2.2"/><path d="M-5 -5V6M5 -5V6" stroke="${ink}" stroke-width="1.8"/>`,
  cone: ({ amber, ink }) =>
    `<path d="M0 -7.4 4.4 5.4H-4.4Z" fill="${amber}" stroke="${ink}" stroke-width="1.4" stroke-linejoin="round"/><path d="M-6.6 5.8H6.6" stroke="${ink}" stroke-width="2"/>`,
  drum: ({ amber, ink }) =>
    `<rect x="-4.6" y="-6.8" width="9.2" height="13.6" rx="1.6" fill="${amber}" stroke="${ink}" stroke-width="1.4"/><path d="M-4.6 -2.2H4.6M-4.6 2.4H4.6" stroke="${ink}" stroke-width="1.8"/>`,
  chevron: ({ ink }) =>
    `<path d="M-6.4 -5.4 -1 0-6.4 5.4M.4 -5.4 5.8 0 .4 5.4" fill="none" stroke="${ink}" stroke-width="2.6" stroke-linejoin="round"/>`,
  speed_camera: ({ ink, plate }) =>
    `<rect x="-7" y="-4.4" width="11" height="8.8" rx="1.6" fill="${ink}"/><path d="M4 -1.4 7.6 -3.8V3.8L4 1.4Z" fill="${ink}"/><circle cx="-1.6" r="2.4" fill="${plate}"/>`,
  vms: ({ amber, ink }) =>
    `<rect x="-7.4" y="-5.8" width="14.8" height="8.4" rx="1" fill="${ink}"/><path d="M-4.6 -3.2H4.6M-4.6 -.4H2" stroke="${amber}" stroke-width="1.6"/><path d="M0 2.6V7" stroke="${ink}" stroke-width="2"/>`,
  other: ({ ink, amber }) =>
    `<path d="M0 -7.2 7.2 0 0 7.2-7.2 0Z" fill="none" stroke="${ink}" stroke-width="2.2" stroke-linejoin="round"/><circle r="2.1" fill="${amber}" stroke="${ink}" stroke-width=".8"/>`,
}

/** The same on the map and in print: whoever holds the sheet finds it again on the screen. */
export function facilityGlyph(kind: string, colours: GlyphColours): string {
  return (glyphs[kind] ?? glyphs['other']!)(colours)
}
