import sharp from 'sharp'
import { expect, test } from 'vitest'
import { markedPhoto } from '../../../api/documents/marked-photo.writer.ts'

const size = { width: 640, height: 400 }
const grey = () =>
  sharp({ create: { ...size, channels: 3, background: '#808080' } })
    .jpeg()
    .toBuffer()
const brightness = async (photo: Uint8Array, part: { top: number; height: number }) => {
  const region = sharp(photo).extract({ left: 0, width: size.width, ...part })
  return (await sharp(await region.png().toBuffer()).stats()).channels[0]!
}

test('a photo for outside bears its mark across and at its foot, whatever signs are in it', async () => {
  const marked = await markedPhoto(await grey(), { across: '对外版', foot: '对外版 · 督 2026-3 · 内勤' })
  expect(await sharp(marked).metadata()).toMatchObject({ ...size, format: 'jpeg' })
  const foot = await brightness(marked, { top: 386, height: 14 })
  expect([foot.min < 80, foot.max > 200]).toEqual([true, true])
  const middle = await brightness(marked, { top: 120, height: 160 })
  expect(middle.max - middle.min).toBeGreaterThan(25)
  const other = await markedPhoto(await grey(), { across: '对外版', foot: '对外版 · 督 2026-4 · 内勤' })
  expect(Buffer.from(other).equals(Buffer.from(marked))).toBe(false)
})
