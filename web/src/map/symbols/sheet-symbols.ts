import type { Palette } from '../palette.ts'
import { letter, type SymbolDrawing } from './drawing.ts'

/** A short stroke across the road; the map turns it to the road's bearing. */
export function drawTick(palette: Palette, length: number): SymbolDrawing {
  return {
    width: 24,
    height: 6,
    body:
      `<path d="M${12 - length - 1} 3H${12 + length + 1}" stroke="${palette.bannerHalo}" stroke-width="4.4"/>` +
      `<path d="M${12 - length} 3H${12 + length}" stroke="${palette.ink}" stroke-width="1.8"/>`,
  }
}

/** Seats of government as in Chinese atlases: a ring with a core for the banner, a ring for a town, a small one beyond. */
export function drawPlace(kind: 'seat' | 'town' | 'outer', palette: Palette): SymbolDrawing {
  const ring = (radius: number, width: number, fill: string) =>
    `<circle cx="10" cy="10" r="${radius}" fill="${fill}" stroke="${palette.ink}" stroke-width="${width}"/>`
  const bodies = {
    seat: `${ring(7, 1.8, palette.bannerHalo)}<circle cx="10" cy="10" r="3.4" fill="${palette.ink}"/>`,
    town: ring(5, 2, palette.bannerHalo),
    outer: `<circle cx="10" cy="10" r="3.4" fill="${palette.bannerHalo}" stroke="${palette.softInk}" stroke-width="1.5"/>`,
  }
  return { width: 20, height: 20, body: bodies[kind] }
}

const sandTile = 96
const sandDots = 64

/** The next digit of a Halton sequence: scattered, yet evenly, and the same on every machine. */
function halton(index: number, base: number): number {
  let [value, share, rest] = [0, 1 / base, index]
  while (rest > 0) {
    value += share * (rest % base)
    share /= base
    rest = Math.floor(rest / base)
  }
  return value
}

/** Scattered dots of blown sand, as on printed sheets of dry country. */
export function drawSand(palette: Palette): SymbolDrawing {
  const within = (share: number) => (2 + share * (sandTile - 4)).toFixed(1)
  const dots = Array.from({ length: sandDots }, (_, i) => {
    const radius = 0.4 + 0.35 * halton(i + 1, 5)
    return `<circle cx="${within(halton(i + 1, 2))}" cy="${within(halton(i + 1, 3))}" r="${radius.toFixed(2)}" fill="${palette.sand}"/>`
  })
  return { width: sandTile, height: sandTile, body: dots.join('') }
}

export function drawSelection(palette: Palette): SymbolDrawing {
  return {
    width: 48,
    height: 48,
    body:
      `<circle cx="24" cy="24" r="20" fill="none" stroke="${palette.bannerHalo}" stroke-width="6"/>` +
      `<circle cx="24" cy="24" r="20" fill="none" stroke="${palette.ink}" stroke-width="2.6"/>`,
  }
}

/** The point of the pin is the middle of its lower edge; a number takes the place of its eye. */
export function drawPin(palette: Palette, number?: string): SymbolDrawing {
  const eye = number
    ? letter(number, { x: 18, y: 16, size: 17, fill: palette.bannerHalo })
    : `<circle cx="18" cy="16" r="5" fill="${palette.bannerHalo}"/>`
  return {
    width: 36,
    height: 46,
    body:
      `<path d="M18 44C18 34 4 28 4 16a14 14 0 0 1 28 0C32 28 18 34 18 44Z" fill="${palette.ink}" stroke="${palette.bannerHalo}" stroke-width="2.5"/>` +
      eye,
  }
}

/** A kilometre stone as it stands beside a national road: white, its head red, its foot in the ground. */
export function drawStone(palette: Palette): SymbolDrawing {
  return {
    width: 34,
    height: 46,
    body:
      `<path d="M7 42V14a10 10 0 0 1 20 0v28Z" fill="#ffffff" stroke="${palette.bannerHalo}" stroke-width="6" stroke-linejoin="round"/>` +
      `<path d="M7 42V14a10 10 0 0 1 20 0v28Z" fill="#ffffff" stroke="#1d1b16" stroke-width="2.4" stroke-linejoin="round"/>` +
      `<path d="M8.2 18V14a8.8 8.8 0 0 1 17.6 0v4Z" fill="#b3261a"/>` +
      letter('K', { x: 17, y: 29, size: 15, fill: '#1d1b16' }) +
      `<path d="M2 42.5H32" stroke="${palette.ink}" stroke-width="3" stroke-linecap="round"/>`,
  }
}
