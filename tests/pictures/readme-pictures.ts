import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, parse } from 'node:path'
import sharp from 'sharp'
import { pictureFolder } from '../end-to-end/day/pictures.ts'

const folder = 'tests/pictures/readme'
const widest = 900
const mostBytes = 120_000
const mostBytesTogether = 1_000_000

/** As good as its share of the repository allows. */
async function compress(from: string, to: string): Promise<number> {
  for (const quality of [80, 70, 60, 50, 40]) {
    const { size } = await sharp(from)
      .resize({ width: widest, withoutEnlargement: true })
      .webp({ quality, effort: 6 })
      .toFile(to)
    if (size <= mostBytes) return size
  }
  throw new Error(`${to} stays above ${mostBytes} bytes: ${statSync(to).size}.`)
}

/** What the day in the brigade left behind becomes what the README shows. */
async function main(): Promise<void> {
  const taken = readdirSync(pictureFolder).filter((name) => name.endsWith('.png'))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  let together = 0
  for (const name of taken.sort()) {
    const path = join(folder, `${parse(name).name}.webp`)
    const size = await compress(join(pictureFolder, name), path)
    together += size
    console.log(`${path} ${Math.round(size / 1000)} kB`)
  }
  if (together > mostBytesTogether) throw new Error(`${together} bytes together are too many.`)
}

await main()
