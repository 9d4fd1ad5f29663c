import { createHash } from 'node:crypto'
import { canonicalJson } from '../audit/canonical-json.ts'
import { recordExport } from '../audit/record-export.commands.ts'
import { requireExportScope } from '../auth/own-squad.commands.ts'
import { nextNumber } from '../documents/office/document-number.ts'
import { findOffice, listNumbers } from '../documents/office/office.queries.ts'
import type { Block, Paper } from '../documents/paper.ts'
import type { Database } from '../db/tables.ts'
import type { Onlooker } from '../hazards/hazard-view.ts'
import { findAnyHazard, listHazardsById } from '../hazards/hazard.queries.ts'
import { hazardMessages } from '../hazards/hazard-messages.ts'
import type { Acting } from '../http/acting.ts'
import { Conflict, NotFound, Unprocessable } from '../http/problem.ts'
import { findLetterFacts, findReportFacts } from './letter-facts.queries.ts'
import type { LetterWishes } from './letter-facts.ts'
import { isNumbered, letterKinds, makeLetter, recordedNumber, type LetterKind } from './letter-kinds.ts'
import { letterMessages } from './letter-messages.ts'
import type { LetterPreview } from './letter.schema.ts'
import { listingReportPaper } from './listing-report.ts'
import { paperLines } from './paper-lines.ts'

export interface MadeLetter {
  readonly paper: Paper
  readonly blocks: readonly Block[]
  readonly kind: LetterPreview['kind']
  readonly objectId: string
  /** Whose it is: a file leaves only with those who may take it. */
  readonly squads: readonly (string | null)[]
  readonly fileName: string
  readonly number: string | null
  readonly proposedNumber: string | null
  readonly hash: string
  /** There are photos of the find, but nobody said that they may leave the house. */
  readonly lacksMaskedPhotos?: boolean
}

const yearOf = (today: string) => Number(today.slice(0, 4))

export const hashOf = (blocks: readonly Block[]): string =>
  createHash('sha256').update(canonicalJson(blocks)).digest('hex')

/** Builders of letters give all their blocks at once; only long papers come piece by piece. */
export const blocksOf = ({ blocks }: Paper): readonly Block[] => [...(blocks as Iterable<Block>)]

const written = (paper: Paper) => {
  const blocks = blocksOf(paper)
  return { paper, blocks, hash: hashOf(blocks) }
}

export async function letterOf(
  db: Database,
  { id, kind }: { readonly id: string; readonly kind: LetterKind },
  wishes: LetterWishes,
  onlooker: Onlooker,
): Promise<MadeLetter> {
  const row = await findAnyHazard(db, id)
  if (!row) throw new NotFound(hazardMessages.unknownHazard())
  const facts = await findLetterFacts(db, row, onlooker)
  const made = makeLetter(kind, facts, wishes)
  if ('refused' in made) throw new Conflict(made.refused)
  const { letterPrefix } = facts.office
  const recorded = await listNumbers(db, letterPrefix)
  return {
    ...written(made.paper),
    kind,
    lacksMaskedPhotos: kind === 'notice' && facts.photos.masked === 0 && facts.photos.notMasked > 0,
    objectId: id,
    squads: [row.squad],
    fileName: `${letterKinds[kind].zh}-${row.displayNumber}`,
    number: recordedNumber(kind, facts),
    proposedNumber: isNumbered(kind) ? nextNumber(letterPrefix, yearOf(onlooker.today), recorded) : null,
  }
}

/** Taken on and still to be mended. */
const isForListing = (status: number) => ![10, 15, 16, 17, 70].includes(status)

export async function listingReportOf(
  db: Database,
  ids: readonly string[],
  wishes: LetterWishes,
  onlooker: Onlooker,
): Promise<MadeLetter> {
  const rows = await listHazardsById(db, [...new Set(ids)])
  const missing = ids.filter((id) => !rows.some((row) => row.id === id))
  if (missing.length > 0) {
    const message = letterMessages.unknownHazards(missing.length)
    throw new Unprocessable(message, [{ path: `hazardIds.${ids.indexOf(missing[0]!)}`, message }])
  }
  const unfit = rows.filter(({ status }) => !isForListing(status))
  if (unfit.length > 0) {
    const message = letterMessages.notForListing(unfit.map(({ displayNumber }) => displayNumber))
    throw new Unprocessable(message, [{ path: 'hazardIds', message }])
  }
  const { reportPrefix } = await findOffice(db)
  return {
    ...written(listingReportPaper(await findReportFacts(db, rows, onlooker), wishes)),
    kind: 'report',
    objectId: 'list',
    squads: rows.map(({ squad }) => squad),
    fileName: `挂牌督办报告-${onlooker.today}`,
    number: null,
    proposedNumber: nextNumber(reportPrefix, yearOf(onlooker.today), await listNumbers(db, reportPrefix)),
  }
}

export const previewOf = ({ blocks, paper, ...made }: MadeLetter): LetterPreview => ({
  kind: made.kind,
  title: paper.title,
  fileName: made.fileName,
  number: made.number,
  proposedNumber: made.proposedNumber,
  hash: made.hash,
  lacksMaskedPhotos: made.lacksMaskedPhotos ?? false,
  lines: paperLines(blocks),
})

/** 导出: only what is the asker's own to take, and written down before it is handed over. */
export async function takeAway(
  db: Database,
  made: MadeLetter,
  format: string,
  acting: Acting,
): Promise<void> {
  // A round was narrowed to the asker's own squads when it was made.
  if (made.kind !== 'round') requireOwn(acting, made.squads)
  const { objectId, number, hash } = made
  await recordExport(db, acting, {
    objectType: exportedAs[made.kind] ?? 'hazardDocument',
    objectId,
    format,
    rows: Math.max(1, made.squads.length),
    document: { kind: made.kind, number, hash, edition: 'internal' },
  })
}

const exportedAs: Readonly<Partial<Record<MadeLetter['kind'], string>>> = {
  report: 'listingReport',
  round: 'roundForm',
}

/** What belongs to no squad is everybody's; of the rest every one must be the asker's. */
function requireOwn({ actor }: Acting, squads: readonly (string | null)[]): void {
  const own = requireExportScope(actor, 'hazards')
  const foreign = squads.find((squad) => squad !== null && own && !own.includes(squad))
  if (foreign) requireExportScope(actor, 'hazards', [foreign])
}
