import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { facilityKindIds } from '../../../api/facilities/facility-kinds.ts'
import { facilityStateIds, type FacilityState } from '../../../api/facilities/facility-states.ts'
import { palettes } from '../../../web/src/map/palette.ts'
import { svgSource } from '../../../web/src/map/symbols/drawing.ts'
import { drawSymbol } from '../../../web/src/map/symbols/symbol-catalogue.ts'

type Rgb = readonly [red: number, green: number, blue: number]
type Eye = (colour: Rgb) => Rgb

const linear = (value: number) => (value <= 10.3 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4)
const encoded = (value: number) => {
  const inside = Math.min(1, Math.max(0, value))
  return 255 * (inside <= 0.0031308 ? 12.92 * inside : 1.055 * inside ** (1 / 2.4) - 0.055)
}
const through =
  (...rows: readonly Rgb[]): Eye =>
  (colour) => {
    const [red, green, blue] = colour.map(linear) as unknown as Rgb
    return rows.map(([a, b, c]) => encoded(a * red + b * green + c * blue)) as unknown as Rgb
  }

const luminance: Rgb = [0.2126, 0.7152, 0.0722]
/** Machado, Oliveira and Fernandes 2009, full severity. */
const eyes: Readonly<Record<string, Eye>> = {
  'in black and white': through(luminance, luminance, luminance),
  'with protanopia': through(
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ),
  'with deuteranopia': through(
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ),
}

type Picture = readonly Rgb[]

async function pixelsOf(source: Buffer, paper: string): Promise<Picture> {
  const raw = await sharp(source).flatten({ background: paper }).removeAlpha().raw().toBuffer()
  return Array.from({ length: raw.length / 3 }, (_, i): Rgb => [
    raw[3 * i]!,
    raw[3 * i + 1]!,
    raw[3 * i + 2]!,
  ])
}

function pictureOf(symbol: string, pixels: number, paper: string, theme: 'light' | 'dark') {
  const drawing = drawSymbol(symbol, theme)!
  return pixelsOf(Buffer.from(svgSource(drawing, pixels / drawing.width)), paper)
}

/** Share of the pixels whose colour differs by more than a quarter of the way from black to white. */
function difference(a: Picture, b: Picture): number {
  const isOther = (at: number) => Math.max(...[0, 1, 2].map((i) => Math.abs(a[at]![i]! - b[at]![i]!))) > 64
  return a.filter((_, at) => isOther(at)).length / a.length
}

async function sheet(pixels: number, paper: string, theme: 'light' | 'dark') {
  const pictures = new Map<string, Picture>()
  for (const kind of facilityKindIds)
    for (const state of facilityStateIds)
      pictures.set(`${kind}:${state}`, await pictureOf(`facility:${kind}:${state}`, pixels, paper, theme))
  return pictures
}

const pairs = <Item>(items: readonly Item[]) =>
  items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b] as const))

function closest(pictures: ReadonlyMap<string, Picture>, names: readonly (readonly [string, string])[]) {
  const measured = names.map(([a, b]) => ({ a, b, share: difference(pictures.get(a)!, pictures.get(b)!) }))
  return measured.reduce((least, each) => (each.share < least.share ? each : least))
}

const statePairs = facilityKindIds.flatMap((kind) =>
  pairs(facilityStateIds).map(([a, b]) => [`${kind}:${a}`, `${kind}:${b}`] as const),
)
const kindPairs = (states: readonly FacilityState[]) =>
  states.flatMap((state) =>
    pairs(facilityKindIds).map(([a, b]) => [`${a}:${state}`, `${b}:${state}`] as const),
  )

const grounds = [
  { pixels: 20, paper: '#ffffff', theme: 'light' },
  { pixels: 24, paper: palettes.light.land, theme: 'light' },
  { pixels: 24, paper: palettes.dark.land, theme: 'dark' },
] as const

/** Of what is missing or gone the kind matters less than that it is not there: it is drawn fainter. */
const faint: readonly FacilityState[] = ['missing', 'removed']
const strong = facilityStateIds.filter((state) => !faint.includes(state))

describe.each(grounds)('symbols of $pixels pixels on $paper', ({ pixels, paper, theme }) => {
  test.each(Object.keys(eyes))('tell states and kinds apart %s', async (name) => {
    const pictures = [...(await sheet(pixels, paper, theme))]
    const seen = new Map(pictures.map(([symbol, picture]) => [symbol, picture.map(eyes[name]!)]))
    expect(closest(seen, statePairs)).toSatisfy(({ share }) => share >= 0.04)
    expect(closest(seen, kindPairs(strong))).toSatisfy(({ share }) => share >= 0.035)
    expect(closest(seen, kindPairs(faint))).toSatisfy(({ share }) => share >= 0.018)
  })
})

test('the measure finds two symbols the same that differ in red and green only', async () => {
  const ring = async (colour: string): Promise<Picture> => {
    const body = `<circle cx="18" cy="18" r="13" fill="none" stroke="${colour}" stroke-width="5"/>`
    const source = Buffer.from(svgSource({ width: 36, height: 36, body }, 24 / 36))
    return pixelsOf(source, '#ffffff')
  }
  const [red, green] = [await ring('#b04a10'), await ring('#5c7d12')]
  expect(difference(red, green)).toBeGreaterThan(0.1)
  expect(difference(red.map(eyes['with deuteranopia']!), green.map(eyes['with deuteranopia']!))).toBeLessThan(
    0.01,
  )
})
