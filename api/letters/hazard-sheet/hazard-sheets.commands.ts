import { createHash } from 'node:crypto'
import { listSquads } from '../../areas/area.queries.ts'
import { canonicalJson } from '../../audit/canonical-json.ts'
import type { Database } from '../../db/tables.ts'
import type { InsetGround } from '../../documents/inset/inset-ground.ts'
import type { Lettering } from '../../documents/inset/lettering.ts'
import { openLettering } from '../../documents/inset/lettering.writer.ts'
import { loadInsetGround } from '../../documents/inset/load-inset-ground.queries.ts'
import type { Block } from '../../documents/paper.ts'
import { provenanceLine, type Edition } from '../../documents/provenance.ts'
import { listTransitions } from '../../hazards/hazard-history.queries.ts'
import type { HazardRow } from '../../hazards/hazard-row.ts'
import { findAnyHazard } from '../../hazards/hazard.queries.ts'
import type { PhotoStore } from '../../photos/photo-store.ts'
import { bannerDay } from '../../areas/calendar-days.ts'
import { sheetBlocks } from './sheet-blocks.ts'
import { aroundPoint, threeYearsTo } from '../../hazards/accidents-at-hazards.ts'
import { sheetContent, type SheetFacts } from './sheet-content.ts'
import { photoSize } from './photo-size.ts'
import { sheetInset, sheetStrip } from './sheet-drawings.ts'
import { drawingPicture, photoPicture, readTogether } from './sheet-pictures.writer.ts'
import { findSheetSurroundings } from './sheet-surroundings.queries.ts'

export interface SheetOrder {
  readonly edition: Edition
  readonly now: Date
  readonly madeBy: string
}

/** What is the same on every sheet of a file. */
interface Desk {
  readonly db: Database
  readonly store: PhotoStore
  readonly ground: InsetGround
  readonly lettering: Lettering
  readonly squadNames: ReadonlyMap<string, string>
  readonly order: SheetOrder
}

/** Metres of stake that the strip shows on both sides. */
const reach = 1500

export async function openDesk(db: Database, store: PhotoStore, order: SheetOrder): Promise<Desk> {
  const ground = await loadInsetGround(db)
  const squads = await listSquads(db)
  const squadNames = new Map(squads.map(({ code, name }) => [code, name]))
  return { db, store, ground, lettering: openLettering(), squadNames, order }
}

export async function factsOf({ db, squadNames, order }: Desk, hazard: HazardRow): Promise<SheetFacts> {
  const to = bannerDay(order.now)
  const period = { from: threeYearsTo(to), to }
  return {
    hazard,
    squadName: hazard.squad === null ? null : (squadNames.get(hazard.squad) ?? null),
    steps: await listTransitions(db, hazard.id),
    surroundings: await findSheetSurroundings(db, hazard.id, { ...period, reach, around: aroundPoint }),
    period,
    edition: order.edition,
  }
}

export const markOf = ({ madeBy, now }: SheetOrder, { hazard }: SheetFacts) => ({
  across: hazard.demo ? '对外版 演示数据' : '对外版',
  foot: `对外版 · ${hazard.displayNumber} · ${madeBy} · ${bannerDay(now)}`,
})

function picturesOf(
  { store, ground, lettering, order }: Desk,
  facts: SheetFacts,
  content: ReturnType<typeof sheetContent>,
) {
  const size = photoSize(content)
  const inset = sheetInset(facts, ground, lettering)
  const strip = sheetStrip(facts, ground, lettering)
  const mark = order.edition === 'external' ? markOf(order, facts) : undefined
  const photos = content.photos.map((photo) => photoPicture({ store, lettering, mark }, photo, size))
  const drawings = [
    ...(inset ? [drawingPicture('位置图', inset, lettering)] : []),
    ...(strip ? [drawingPicture('桩号图', strip, lettering)] : []),
  ]
  const together = readTogether([...photos, ...drawings])
  return { photos: together.slice(0, photos.length), drawings: together.slice(photos.length) }
}

function provenanceOf({ order }: Desk, { hazard, period }: SheetFacts, content: unknown): string {
  return provenanceLine({
    filter: `隐患编号 ${hazard.displayNumber}`,
    calibre: 'general',
    cutoffOn: period.to,
    madeAt: order.now.toISOString(),
    madeBy: order.madeBy,
    edition: order.edition,
    hash: createHash('sha256').update(canonicalJson(content)).digest('hex'),
  })
}

async function sheetOf(desk: Desk, id: string): Promise<Block[]> {
  const hazard = await findAnyHazard(desk.db, id)
  // Withdrawn for good between the list and its turn.
  if (!hazard) return []
  const facts = await factsOf(desk, hazard)
  const content = sheetContent(facts)
  return sheetBlocks(content, picturesOf(desk, facts, content), provenanceOf(desk, facts, content))
}

/**
 * One page after the other. Each ticket is read when its turn comes, the next one while this one is written; of what
 * was written nothing is kept.
 */
export async function* hazardSheets(
  db: Database,
  ids: Iterable<string>,
  order: SheetOrder & { readonly store: PhotoStore; readonly onSheet?: (count: number) => void },
): AsyncGenerator<Block> {
  const desk = await openDesk(db, order.store, order)
  let count = 0
  let next: Promise<Block[]> | undefined
  const queue = ids[Symbol.iterator]()
  const begin = () => {
    const { value, done } = queue.next() as IteratorResult<string>
    const sheet = done ? undefined : sheetOf(desk, value)
    // Who stops reading early is not told of it.
    sheet?.catch(() => undefined)
    return sheet
  }
  next = begin()
  while (next) {
    const blocks: Block[] = await next
    next = begin()
    if (count > 0 && blocks.length > 0) yield { kind: 'pageBreak' }
    yield* blocks
    count += 1
    order.onSheet?.(count)
  }
}
