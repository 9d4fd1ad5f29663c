import { checksFor, type CheckId } from '../facilities/inspections/inspection-checks.ts'
import { needsRepair, repairDueOn } from '../facilities/inspections/repair-clock.ts'
import { calendarOf } from '../hazards/clocks/working-days.ts'
import type { demoFacilities } from './demo-facilities.ts'
import { demoId } from './demo-id.ts'
import { demoUser } from './demo-users.ts'
import { createRandom } from './seeded-random.ts'

type FacilityRow = ReturnType<typeof demoFacilities>[number]

const seed = 81
const wordsOfState: Readonly<Partial<Record<FacilityRow['state'], string>>> = {
  fault: '不亮，疑似电池亏电',
  missing: '现场没有找到，疑似被盗',
  toRemove: '隐患已销号，待拆除',
}
const failing: Readonly<Partial<Record<FacilityRow['kind'], CheckId>>> = {
  solar_strobe: 'lit',
  speed_bump: 'worn',
}

function checksOf({ kind, state }: FacilityRow) {
  if (state === 'missing') return {}
  const bad = state === 'fault' ? (failing[kind] ?? 'fixed') : undefined
  return Object.fromEntries(checksFor(kind).map((check) => [check, check === bad ? 'bad' : 'good']))
}

/** The last look at each facility that was looked at; a fault or a loss is in repair since then. */
export function demoInspections(facilities: readonly FacilityRow[], now: Date) {
  const random = createRandom(seed)
  const { id: keeper, displayName } = demoUser('facility')
  const calendar = calendarOf([])
  const inspected = facilities.flatMap((facility) => {
    const day = facility.last_inspected_on
    if (!day) return []
    const said = new Date(`${day}T${String(random.integer(9, 16)).padStart(2, '0')}:20:00+08:00`)
    // Loaded at night, today's round of ten o'clock would lie in the future.
    const at = said > now ? now : said
    const inspection = {
      id: demoId(at, random),
      facility_id: facility.id,
      at: at.toISOString(),
      actor_id: keeper,
      actor_name: displayName,
      state: facility.state,
      checks: checksOf(facility),
      note: wordsOfState[facility.state] ?? null,
      is_late: false,
      request_hash: '',
      created_at: at.toISOString(),
    }
    return [{ facility, day, inspection }]
  })
  const repairs = inspected
    .filter(({ facility }) => needsRepair(facility.state))
    .map(({ day, inspection }) => ({
      id: demoId(new Date(inspection.at), random),
      facility_id: inspection.facility_id,
      inspection_id: inspection.id,
      opened_at: inspection.at,
      due_on: repairDueOn(day, calendar),
      fault: inspection.note!,
    }))
  return { inspections: inspected.map(({ inspection }) => inspection), repairs }
}

export const inspectionColumns = {
  id: 'uuid',
  facility_id: 'uuid',
  at: 'timestamptz',
  actor_id: 'uuid',
  actor_name: 'text',
  state: 'text',
  checks: 'jsonb',
  note: 'text',
  is_late: 'boolean',
  request_hash: 'text',
  created_at: 'timestamptz',
} as const

export const repairColumns = {
  id: 'uuid',
  facility_id: 'uuid',
  inspection_id: 'uuid',
  opened_at: 'timestamptz',
  due_on: 'date',
  fault: 'text',
} as const
