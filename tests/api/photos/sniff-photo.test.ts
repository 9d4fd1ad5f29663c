import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { isAlsoSomethingElse, sniffPhoto } from '../../../api/photos/sniff-photo.ts'
import { newPhoto } from '../../fixtures/photos/make-photo.ts'

const text = (content: string) => new TextEncoder().encode(content)
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
const picture = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#456' } })

describe('what a file is', () => {
  test('is told by its first bytes, not by its name', async () => {
    expect(sniffPhoto(await newPhoto())).toBe('image/jpeg')
    expect(sniffPhoto(await picture().png().toBuffer())).toBe('image/png')
    expect(sniffPhoto(await picture().webp().toBuffer())).toBe('image/webp')
    expect(sniffPhoto(text('\0\0\0\x18ftypheic\0\0\0\0mif1heic'))).toBe('image/heic')
  })

  test.each([
    ['a drawing that may hold a script', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['a document', '%PDF-1.7'],
    ['an animation', 'GIF89a'],
    ['a film', '\0\0\0\x18ftypisom\0\0\0\0'],
    ['an archive', 'PK\x03\x04'],
    ['nothing', ''],
  ])('%s is no photo', (_what, content) => {
    expect(sniffPhoto(Buffer.from(content, 'latin1'))).toBeUndefined()
  })
})

describe('a photo that is something else as well', () => {
  test.each([
    ['a page behind it', '<HTML><body onload=alert(1)>'],
    ['a script behind it', '<script>alert(1)</script>'],
    ['a drawing behind it', '<svg onload=alert(1)>'],
    ['a program behind it', '<?PHP system($_GET[0]);'],
    ['an archive behind it', 'PK\x03\x04 some file PK\x05\x06\0\0\0\0'],
    ['a document behind it', '%PDF-1.4'],
  ])('is seen with %s', async (_what, content) => {
    for (const bytes of [
      await newPhoto(),
      await picture().png().toBuffer(),
      await picture().webp().toBuffer(),
    ])
      expect(isAlsoSomethingElse(join(bytes, Buffer.from(content, 'latin1')), sniffPhoto(bytes)!)).toBe(true)
  })

  test('is seen with a program in its comment, where the picture itself stays whole', async () => {
    const bytes = await newPhoto()
    const comment = Buffer.from('\xff\xfe\0\x10<?php exit;?>\0', 'latin1')
    expect(isAlsoSomethingElse(join(bytes.subarray(0, 2), comment, bytes.subarray(2)), 'image/jpeg')).toBe(
      true,
    )
  })

  test('is not: a second picture or a film behind it, as phones write them', async () => {
    const bytes = await newPhoto()
    const film = Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0moov', 'latin1')
    for (const behind of [bytes, film])
      expect(isAlsoSomethingElse(join(bytes, behind), 'image/jpeg')).toBe(false)
  })

  test('a plain photo of any kind is nothing else, cut short or whole', async () => {
    for (const bytes of [
      await newPhoto(),
      await picture().png().toBuffer(),
      await picture().webp().toBuffer(),
    ]) {
      const type = sniffPhoto(bytes)!
      expect(isAlsoSomethingElse(bytes, type)).toBe(false)
      for (let length = 12; length < bytes.length; length += 97)
        expect(isAlsoSomethingElse(bytes.subarray(0, length), type)).toBe(false)
    }
  })
})
