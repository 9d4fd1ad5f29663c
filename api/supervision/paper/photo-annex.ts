import type { Block, Picture } from '../../documents/paper.ts'
import type { RowPhoto, SupervisionContent, SupervisionRow } from '../list-content.schema.ts'

/** Reads a kept photo small enough to print; undefined where its file is gone. */
export type ReadPhoto = (sha256: string) => Promise<Uint8Array | undefined>

const momentNames: Readonly<Record<RowPhoto['moment'], string>> = {
  before: '治理前',
  during: '治理中',
  after: '治理后',
}

/** Beijing time, the day only: the minute of a photo is for the hazard's own sheet. */
const dayOf = (at: string | null) =>
  at ? new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10) : '拍摄时间不详'

const captionOf = ({ moment, stage, caption, takenAt }: RowPhoto) =>
  [momentNames[moment], stage, dayOf(takenAt), caption].filter((part) => part).join(' · ')

const order: readonly RowPhoto['moment'][] = ['before', 'during', 'after']
const inOrder = (photos: readonly RowPhoto[]) =>
  [...photos].sort((a, b) => order.indexOf(a.moment) - order.indexOf(b.moment))

/** Longest side of what is kept for looking at. */
const previewSide = 1600

async function pictureOf(photo: RowPhoto, read: ReadPhoto): Promise<Picture | undefined> {
  const bytes = await read(photo.sha256)
  if (!bytes) return undefined
  const scale = Math.min(1, previewSide / Math.max(photo.width, photo.height))
  return {
    caption: captionOf(photo),
    widthPixels: Math.round(photo.width * scale),
    heightPixels: Math.round(photo.height * scale),
    type: 'jpg',
    read: () => Promise.resolve(bytes),
  }
}

async function* blocksOf(row: SupervisionRow, read: ReadPhoto): AsyncGenerator<Block> {
  yield {
    kind: 'heading',
    level: 3,
    text: `${row.position}. ${row.hazardNumber} ${row.road} ${row.stakeText}`,
  }
  const pictures: Picture[] = []
  for (const photo of inOrder(row.photos ?? [])) {
    const picture = await pictureOf(photo, read)
    if (picture) pictures.push(picture)
  }
  const missing = (row.photos ?? []).length - pictures.length
  if (pictures.length > 0) yield { kind: 'pictures', pictures, perRow: 3 }
  if (missing > 0) yield { kind: 'note', text: `另有 ${missing} 张照片的文件不在照片库中。` }
}

/** 照片附件: the photos of each row as they were listed at issue, row after row, so that few are in memory at once. */
export async function* photoAnnex({ rows }: SupervisionContent, read: ReadPhoto): AsyncGenerator<Block> {
  const shown = rows.filter(({ photos }) => (photos ?? []).length > 0)
  if (shown.length === 0) return
  yield { kind: 'pageBreak' }
  yield { kind: 'title', text: '附件　现场照片' }
  for (const row of shown) yield* blocksOf(row, read)
}
