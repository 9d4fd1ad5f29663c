import sharp from 'sharp'

const gap = 12
const rowHeight = 900
const widest = 6000

interface Shot {
  readonly data: Buffer
  readonly info: { readonly width: number; readonly height: number }
}

/** From left to right, a new row where the sheet is full. */
function inRows(shots: readonly Shot[]) {
  let left = 0
  let top = 0
  let width = 0
  const placed = shots.map(({ data, info }) => {
    if (left > 0 && left + info.width > widest) [left, top] = [0, top + rowHeight + gap]
    const at = { input: data, left, top }
    left += info.width + gap
    width = Math.max(width, left - gap)
    return at
  })
  return { placed, width, height: top + rowHeight }
}

/** Pictures of the same screen beside each other, all of the same height. */
export async function contactSheet(paths: readonly string[], path: string): Promise<void> {
  const shots = await Promise.all(
    paths.map((each) =>
      sharp(each).resize({ height: rowHeight }).png().toBuffer({ resolveWithObject: true }),
    ),
  )
  const { placed, width, height } = inRows(shots)
  await sharp({ create: { width, height, channels: 3, background: '#808080' } })
    .composite(placed)
    .png()
    .toFile(path)
}
