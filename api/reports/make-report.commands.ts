import { createHash } from 'node:crypto'
import type { Calibre } from '../accidents/calibre.ts'
import { canonicalJson } from '../audit/canonical-json.ts'
import { findInstallationFact } from '../db/installation.ts'
import type { Database } from '../db/tables.ts'
import { findOffice } from '../documents/office/office.queries.ts'
import type { Office } from '../documents/office/office.ts'
import type { Acting } from '../http/acting.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import { annualReport } from './annual-report.ts'
import { facilityReport } from './facility-report.ts'
import { fourIndicesReport, type ReportFrame } from './four-indices-report.ts'
import { monthReport } from './month-report.ts'
import { dayText } from './period-title.ts'
import {
  findAnnualFigures,
  findFacilityFigures,
  findFourIndicesFigures,
  findMonthFigures,
} from './report-figures.queries.ts'
import type { PaperFrame } from './report-paper.ts'
import type { ReportQuery } from './report.schema.ts'
import type { Report, ReportKind } from './report.ts'

type Order = Pick<ReportQuery, 'from' | 'to' | 'calibre'>

interface Making {
  readonly db: Database
  readonly order: Order
  readonly frame: ReportFrame
}

const makers: Readonly<Record<ReportKind, (making: Making) => Promise<Report>>> = {
  'four-indices': async ({ db, order, frame }) =>
    fourIndicesReport(await findFourIndicesFigures(db, order, order.calibre), frame),
  'monthly-hazards': async ({ db, order, frame }) =>
    monthReport(await findMonthFigures(db, order, frame.cutoffOn), frame),
  'annual-summary': async ({ db, order, frame }) =>
    annualReport(await findAnnualFigures(db, order, frame.cutoffOn), frame),
  'facility-totals': async ({ db, order, frame }) =>
    facilityReport(await findFacilityFigures(db, order, frame.filledOn), frame),
}

/** Where accidents are counted, the paper says by which calibre; the annual summary always gives both. */
const calibreOf = (kind: ReportKind, chosen: Calibre): { readonly calibre?: Calibre } =>
  kind === 'four-indices' ? { calibre: chosen } : kind === 'annual-summary' ? { calibre: 'general' } : {}

export interface MadeReport extends PaperFrame {
  readonly report: Report
}

function frameOf({ to }: Order, office: Office, today: string): ReportFrame {
  return { fillingUnit: office.fillingUnit, filledOn: today, cutoffOn: to < today ? to : today }
}

/** The whole report with all that says where it came from; the hash is of what it says, so that the same figures give the same one. */
export async function makeReport(
  db: Database,
  kind: ReportKind,
  { from, to, calibre }: Order,
  { actor, at }: Acting,
): Promise<MadeReport> {
  const office = await findOffice(db)
  const frame = frameOf({ from, to, calibre }, office, bannerDay(at))
  const report = await makers[kind]({ db, order: { from, to, calibre }, frame })
  const { tables, paragraphs, notes } = report
  return {
    report,
    office,
    isDemo: (await findInstallationFact(db, 'demoYear')) !== undefined,
    provenance: {
      filter: `${dayText(from)}至${dayText(to)}`,
      ...calibreOf(kind, calibre),
      cutoffOn: frame.cutoffOn,
      madeAt: at.toISOString(),
      madeBy: actor.displayName,
      edition: 'internal',
      hash: createHash('sha256')
        .update(canonicalJson({ kind, from, to, calibre, tables, paragraphs, notes }))
        .digest('hex'),
    },
  }
}
