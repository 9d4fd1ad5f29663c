import { sql } from 'kysely'
import { isInCalibre } from '../../accidents/accident.queries.ts'
import '../../accidents/accident.table.ts'
import type { Calibre } from '../../accidents/calibre.ts'
import type { Database } from '../../db/tables.ts'
import '../../hotspots/screening.table.ts'
import type { Way } from '../gap-facts.ts'
import { loadGapFacts, yearsBefore } from '../gap-facts.queries.ts'
import { newGround } from '../gap-ground.ts'
import type { AdviceAccident } from './accident-profile.ts'
import { advise } from './advise.ts'
import type { Advice, AdviceQuery } from './advice.schema.ts'

/** Accidents of a stretch that nobody screened. */
const adviceYears = 3

export interface Stretch {
  readonly site: string | null
  readonly road: string
  readonly fromStake: number
  readonly toStake: number
  readonly direction: Way
  readonly calibre: Calibre
  readonly from: string
  readonly to: string
}

const selectSites = (db: Database) =>
  db
    .selectFrom('screening_site')
    .innerJoin('screening_run', 'screening_run.id', 'run_id')
    .select([
      'screening_site.id as site',
      'road_code as road',
      'from_stake as fromStake',
      'to_stake as toStake',
    ])
    .select(['direction', 'calibre', 'from_date as from', 'to_date as to'])

/** A hotspot with the calibre and the period that made it one. */
export function findSite(db: Database, id: string): Promise<Stretch | undefined> {
  return selectSites(db).where('screening_site.id', '=', id).executeTakeFirst()
}

type SiteAccident = AdviceAccident & { readonly site: string }

/** Of every hotspot of a run at once, by the same words as for a single one. */
async function listAccidentsOfRun(db: Database, run: string, { calibre, from, to }: Stretch) {
  const { rows } = await sql<{ packed: SiteAccident[] | null }>`
    select json_agg(json_build_object(
      'site', site.id, 'id', accident.id, 'direction', accident.direction, 'killed', accident.killed,
      'injured', accident.injured, 'form', accident.form, 'collision', accident.collision,
      'objectHit', accident.object_hit, 'causeClass', accident.cause_class, 'light', accident.light,
      'weather', accident.weather, 'surfaceCondition', accident.surface_condition,
      'alignment', accident.alignment, 'siteType', accident.site_type,
      'hour', extract(hour from accident.occurred_at at time zone 'Asia/Shanghai')::int
    ) order by accident.id) as packed
    from screening_site site
    join accident on accident.road_code = site.road_code
      and accident.stake between site.from_stake and site.to_stake
      and (site.direction = 'both' or accident.direction is null or accident.direction in ('both', site.direction))
    where site.run_id = ${run} and accident.occurred_on between ${from}::date and ${to}::date
      and ${isInCalibre(calibre)}`.execute(db)
  return rows[0]?.packed ?? []
}

/** What may be placed at every hotspot of a run; one whose road has no line is left out. */
export async function listAdviceOfRun(db: Database, run: string, today: string): Promise<Advice[]> {
  const stretches = await selectSites(db).where('screening_site.run_id', '=', run).orderBy('rank').execute()
  const [first] = stretches
  if (!first) return []
  const accidents = await listAccidentsOfRun(db, run, first)
  const ground = newGround(await loadGapFacts(db, today))
  return stretches.flatMap(({ calibre, from, to, ...place }) => {
    const own = accidents.filter(({ site }) => site === place.site)
    return advise(ground, { ...place, accidents: own, period: { calibre, from, to } }) ?? []
  })
}

/** On a divided road those of the other carriageway are left out; without a known direction they count on both, as in the screening. */
async function listAccidentsAt(db: Database, stretch: Stretch): Promise<AdviceAccident[]> {
  const { road, fromStake, toStake, direction, calibre, from, to } = stretch
  const onSide =
    direction === 'both'
      ? sql`true`
      : sql`(accident.direction is null or accident.direction in ('both', ${direction}))`
  const { rows } = await sql<AdviceAccident>`
    select id, direction, killed, injured, form, collision, object_hit as "objectHit", cause_class as "causeClass",
      light, weather, surface_condition as "surfaceCondition", alignment, site_type as "siteType",
      extract(hour from occurred_at at time zone 'Asia/Shanghai')::int as hour
    from accident where road_code = ${road} and stake between ${fromStake} and ${toStake}
      and occurred_on between ${from}::date and ${to}::date and ${onSide} and ${isInCalibre(calibre)}
    order by id`.execute(db)
  return rows
}

/** What is asked about: a hotspot, or any stretch with the last years of the brigade's usual calibre. Undefined for an unknown hotspot. */
export async function findStretch(
  db: Database,
  query: AdviceQuery,
  today: string,
): Promise<Stretch | undefined> {
  if (query.site !== undefined) return findSite(db, query.site)
  const { road, fromStake, toStake, direction } = query
  const [first, last] = [fromStake!, toStake ?? fromStake!]
  return {
    ...{
      site: null,
      road: road!,
      direction,
      calibre: 'general',
      from: yearsBefore(today, adviceYears),
      to: today,
    },
    ...{ fromStake: Math.min(first, last), toStake: Math.max(first, last) },
  }
}

/** Undefined where the road has no line or no such stakes. */
export async function findAdvice(db: Database, stretch: Stretch, today: string): Promise<Advice | undefined> {
  const { calibre, from, to, ...place } = stretch
  const accidents = await listAccidentsAt(db, stretch)
  const ground = newGround(await loadGapFacts(db, today))
  return advise(ground, { ...place, accidents, period: { calibre, from, to } })
}
