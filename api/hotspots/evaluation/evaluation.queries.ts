import type { Calibre } from '../../accidents/calibre.ts'
import type { Database } from '../../db/tables.ts'
import { firstDay, lastDay, type Periods } from '../analysis/before-after/periods.ts'
import { evaluate, type Surveyed } from './evaluate.ts'
import {
  findRecordedDays,
  findTreatment,
  listLikeRoads,
  listPlacedAccidents,
  listTreatments,
  listVolumesOf,
} from './evaluation-facts.queries.ts'
import type { Evaluation } from './evaluation.schema.ts'
import { planEvaluation } from './refusal.ts'
import type { Treatment, TreatmentKind } from './treatment.ts'

async function survey(
  db: Database,
  calibre: Calibre,
  { road, direction }: Pick<Treatment, 'direction'> & { readonly road: string },
  { before, after, excluded }: Periods,
): Promise<Surveyed> {
  const all = await listLikeRoads(db, road)
  const isDivided = all.some(({ code, divided }) => code === road && divided)
  const heading = isDivided && direction !== 'both' ? (direction ?? undefined) : undefined
  // One carriageway is compared with one carriageway.
  const roads = heading ? all.filter(({ divided }) => divided) : all
  const codes = [...new Set([road, ...roads.map(({ code }) => code)])]
  const span = {
    roads: codes,
    from: firstDay(Math.min(before.from, excluded)),
    to: lastDay(Math.max(after.to, excluded)),
  }
  return {
    roads,
    accidents: await listPlacedAccidents(db, calibre, span, heading),
    treatments: await listTreatments(db, span),
    ...(heading ? { heading } : {}),
    volumes: await listVolumesOf(db, codes),
  }
}

export interface Asked {
  readonly kind: TreatmentKind
  readonly id: string
  readonly calibre: Calibre
  /** Day in the banner. */
  readonly today: string
}

/** "Did it work?" of one facility or one closed hazard; undefined where there is no such record. */
export async function findEvaluation(
  db: Database,
  { kind, id, calibre, today }: Asked,
): Promise<Evaluation | undefined> {
  const treatment = await findTreatment(db, kind, id)
  if (!treatment) return undefined
  const records = await findRecordedDays(db, calibre)
  const known = { treatment, records, today }
  const plan = planEvaluation(known)
  const { stretch, periods } = plan
  const surveyed =
    stretch && periods
      ? await survey(db, calibre, { road: stretch.road, direction: treatment.direction }, periods)
      : undefined
  return evaluate(known, calibre, plan, surveyed)
}
