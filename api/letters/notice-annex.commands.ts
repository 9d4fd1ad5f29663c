import type { Database } from '../db/tables.ts'
import type { Block, Picture } from '../documents/paper.ts'
import { findAnyHazard } from '../hazards/hazard.queries.ts'
import type { PhotoStore } from '../photos/photo-store.ts'
import { markOf, openDesk, factsOf, type SheetOrder } from './hazard-sheet/hazard-sheets.commands.ts'
import { sheetInset } from './hazard-sheet/sheet-drawings.ts'
import { drawingPicture, photoPicture } from './hazard-sheet/sheet-pictures.writer.ts'
import { annexPhotos } from './hazard-sheet/sheet-photos.ts'

/** Pixels: one over the type area of a letter, or two beside one another, at some 220 dots to the inch. */
const photoSizes = { 1: { width: 1320, height: 990 }, 2: { width: 660, height: 495 } } as const
/** The type area of a letter is 156 mm wide. */
const mapMillimetres = 150
const wide = '\u3000'

/** Each attachment begins a page of its own, numbered as the letter names it. */
const page = (title: string, pictures: readonly Picture[], perRow: 1 | 2): Block[] =>
  pictures.length === 0
    ? []
    : [{ kind: 'pageBreak' }, { kind: 'title', text: title }, { kind: 'pictures', pictures, perRow }]

/**
 * 附件 of a notice: what shows the hazard, and where it lies. It leaves the house, so the rules of the copy for outside
 * hold: photos that were masked, no cameras, no accidents one by one.
 */
export async function* noticeAnnex(
  db: Database,
  store: PhotoStore,
  id: string,
  order: Omit<SheetOrder, 'edition'>,
): AsyncGenerator<Block> {
  const hazard = await findAnyHazard(db, id)
  if (!hazard) return
  const desk = await openDesk(db, store, { ...order, edition: 'external' })
  const facts = await factsOf(desk, hazard)
  const photos = annexPhotos(facts.surroundings.photos)
  const inset = sheetInset(facts, desk.ground, desk.lettering, mapMillimetres)
  const perRow = photos.length > 1 ? 2 : 1
  const size = photoSizes[perRow]
  const number = (index: number) => (photos.length > 0 && inset ? String(index) : '')
  yield* page(
    `附件${number(1)}${wide}现场照片`,
    photos.map((photo) => photoPicture({ ...desk, mark: markOf(desk.order, facts) }, photo, size)),
    perRow,
  )
  if (!inset) return
  const map = drawingPicture(hazard.displayNumber, inset, desk.lettering)
  yield* page(`附件${number(2)}${wide}位置示意图`, [map], 1)
}
