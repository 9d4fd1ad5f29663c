import sharp from 'sharp'
import type { Mask } from './lay-letters.ts'
import type { Letter } from './letter-places.ts'
import { unitsPerEm, type Lettering } from './lettering.ts'

/** Share of the size that a halo reaches beyond the letter. */
const haloReach = 0.14
/** Shares of the size that letters reach from the pen at most. */
const reach = { left: 0.1, right: 1.15, above: 1, below: 0.35 } as const
/** Some 700 bytes each. */
const mostMasks = 8_000

const masks = new Map<string, Mask>()

type Cell = Omit<Mask, 'cover'> & { readonly letter: Letter; readonly at: number }

function cellOf(letter: Letter, at: number): Cell {
  const edge = letter.isHalo ? haloReach : 0
  const pixels = (share: number) => Math.ceil((share + edge) * letter.size) + 1
  const [left, top] = [-pixels(reach.left), -pixels(reach.above)]
  return { letter, at, left, top, width: pixels(reach.right) - left, height: pixels(reach.below) - top }
}

/** One beside the other in one picture: the renderer takes longer to begin than to draw a letter. */
function cellsOf(letters: readonly Letter[]): Cell[] {
  let at = 0
  return letters.map((letter) => {
    const cell = cellOf(letter, at)
    at += cell.width
    return cell
  })
}

function drawCell({ letter, at, left, top }: Cell, lettering: Lettering): string {
  const { character, size, quarters, isHalo } = letter
  const path = lettering.outline(character)
  const edge = `stroke="#fff" stroke-width="${2 * haloReach * unitsPerEm}" stroke-linejoin="round"`
  const place = `translate(${at - left + quarters / 4} ${-top}) scale(${size / unitsPerEm})`
  return path && `<path transform="${place}" d="${path}" fill="#fff"${isHalo ? ` ${edge}` : ''}/>`
}

async function makeMasks(letters: readonly Letter[], lettering: Lettering): Promise<[string, Mask][]> {
  const cells = cellsOf(letters)
  const width = cells.reduce((sum, cell) => sum + cell.width, 0)
  const height = Math.max(...cells.map((cell) => cell.height))
  const drawn = cells.map((cell) => drawCell(cell, lettering))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawn.join('')}</svg>`
  const data = await sharp(Buffer.from(svg)).extractChannel('alpha').raw().toBuffer()
  return cells.map(({ letter, at, ...mask }) => {
    const cover = new Uint8Array(mask.width * mask.height)
    for (let row = 0; row < mask.height; row += 1)
      cover.set(data.subarray(row * width + at, row * width + at + mask.width), row * mask.width)
    return [letter.key, { ...mask, cover }]
  })
}

/** The renderer draws no picture wider than 32,767 pixels. */
const mostAtOnce = 400

function keep(made: readonly (readonly [string, Mask])[]): void {
  if (masks.size + made.length > mostMasks) masks.clear()
  for (const [key, mask] of made) masks.set(key, mask)
}

/** Those that were drawn before are at hand. */
export async function masksOf(
  letters: readonly Letter[],
  lettering: Lettering,
): Promise<ReadonlyMap<string, Mask>> {
  const wanted = new Map(letters.map((letter) => [letter.key, letter]))
  const found = new Map<string, Mask>()
  const missing: Letter[] = []
  for (const letter of wanted.values()) {
    const mask = masks.get(letter.key)
    if (mask) found.set(letter.key, mask)
    else missing.push(letter)
  }
  for (let from = 0; from < missing.length; from += mostAtOnce) {
    const made = await makeMasks(missing.slice(from, from + mostAtOnce), lettering)
    keep(made)
    for (const [key, mask] of made) found.set(key, mask)
  }
  return found
}
