import sharp from 'sharp'
import { expect, test } from 'vitest'
import { baselineOf, startOf, unitsPerEm, type Word } from '../../../api/documents/inset/lettering.ts'
import { openLettering } from '../../../api/documents/inset/lettering.writer.ts'
import { rasterOf, rasterSize } from '../../../api/documents/inset/raster.writer.ts'

const lettering = openLettering()
const size = { width: 240, height: 60 }
const svgOf = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}"><rect width="240" height="60" fill="#77736b"/>${body}</svg>`

/** The same word as the renderer of the drawing would set it, letter by letter. */
function outlined(word: Word): string {
  let pen = startOf(word, lettering)
  const letters = [...word.text].map((character) => {
    const place = `translate(${pen} ${baselineOf(word)}) scale(${word.size / unitsPerEm})`
    pen += lettering.width(character, word.size)
    return (look: string) => `<path transform="${place}" d="${lettering.outline(character)}" ${look}/>`
  })
  const edge = `fill="none" stroke="${word.halo}" stroke-width="280" stroke-linejoin="round"`
  return [
    ...(word.halo ? letters.map((letter) => letter(edge)) : []),
    ...letters.map((letter) => letter(`fill="${word.fill}"`)),
  ].join('')
}

const pixelsOf = (bytes: Uint8Array) => sharp(bytes).removeAlpha().raw().toBuffer()
async function drawn(words: readonly Word[]): Promise<Buffer> {
  return pixelsOf(await rasterOf({ svg: svgOf(''), ...size, lettered: words }, lettering))
}

const words: Word[] = [
  { text: 'K1046+200', x: 10.3, y: 20.2, size: 13, fill: '#a50f1b', halo: '#ffffff' },
  { text: '鄂托克旗棋盘井镇', x: 230, y: 42.7, size: 12, anchor: 'end', fill: '#1d1b16' },
]

test('words stand where their outlines would, in their colours, with their halos', async () => {
  const [own, other] = [
    await drawn(words),
    await pixelsOf(
      await sharp(Buffer.from(svgOf(words.map(outlined).join(''))), { density: 126 })
        .png()
        .toBuffer(),
    ),
  ]
  const bare = await drawn([])
  const difference = (a: Buffer, b: Buffer) => a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0)
  // Letters stand on quarters of a pixel and on whole lines: edges differ a little, nothing else.
  expect(difference(own, other) / difference(bare, other)).toBeLessThan(0.2)
  const colours = new Set(
    Array.from({ length: own.length / 3 }, (_, i) => own.subarray(i * 3, i * 3 + 3).toString('hex')),
  )
  for (const colour of ['a50f1b', 'ffffff', '1d1b16', '77736b']) expect(colours).toContain(colour)
})

test('the same words give the same picture, whether or not their letters were drawn before', async () => {
  const again = await drawn(words)
  expect(again.equals(await drawn(words))).toBe(true)
})

test('a word that begins outside the picture is cut off, not moved', async () => {
  const { width } = rasterSize(size)
  const word: Word = { text: '国国', x: -6, y: 30, size: 12, fill: '#000000' }
  const inside = await drawn([{ ...word, x: 6 }])
  const cut = await drawn([word])
  const column = (pixels: Buffer, x: number) =>
    Array.from({ length: rasterSize(size).height }, (_, y) => pixels[(y * width + x) * 3])
  for (const x of [2, 8, 12]) expect(column(cut, x)).toEqual(column(inside, x + 21))
})
