import sharp from 'sharp'

const height = 900
const gap = 12

/** Pictures of the same screen side by side, each as high as the sheet. */
export async function contactSheet(paths: readonly string[], path: string): Promise<void> {
  const shots = await Promise.all(
    paths.map((each) => sharp(each).resize({ height }).png().toBuffer({ resolveWithObject: true })),
  )
  const width = shots.reduce((sum, { info }) => sum + info.width + gap, -gap)
  let left = 0
  const placed = shots.map(({ data, info }) => {
    const at = { input: data, left, top: 0 }
    left += info.width + gap
    return at
  })
  await sharp({ create: { width, height, channels: 3, background: '#808080' } })
    .composite(placed)
    .png()
    .toFile(path)
}
