import { hazardTitle } from '../../hazards/hazard-wording.ts'
import type { HazardValues } from '../rows/hazard-record.ts'
import { contentHash, contentOf } from './content-hash.ts'
import { placeLedgerRow } from './ledger-place.ts'
import type { Columns, PlacingGround, RecordColumns } from './record-columns.ts'

const columnOf = {
  title: 'title',
  status: 'status',
  level: 'level',
  types: 'types',
  description: 'description',
  direction: 'direction',
  squad: 'squad_code',
  source: 'source',
  foundAt: 'found_at',
  foundBy: 'found_by',
  analysis: 'analysis',
  advice: 'advice',
  emergencyAdvice: 'emergency_advice',
  gacha: 'gacha',
  regulatorUnit: 'regulator_unit_code',
  responsibleUnit: 'responsible_unit_code',
  responsiblePerson: 'responsible_person',
  remedyPlan: 'remedy_plan',
  dueDate: 'due_date',
  supervisionLevel: 'supervision_level',
  temporaryControlText: 'temporary_control_text',
  progressText: 'progress_text',
  isBlackSpot: 'is_black_spot',
  remark: 'remark',
} as const satisfies Partial<Record<keyof HazardValues, string>>

const firstStatus = 10

function joined(values: HazardValues): Columns {
  const { fundsWan, remark, dueText } = values
  const asides = [remark, dueText && `时限原文：${dueText}`]
  const text = asides.filter((each) => each !== undefined && each !== '').join('；')
  return {
    ...(fundsWan === undefined ? {} : { funds_wan: Number(fundsWan) }),
    ...(text === '' ? {} : { remark: text.slice(0, 500) }),
  }
}

function blockingFields({ types, roadName, road, placeText, lon, crs }: HazardValues): string[] {
  const rules: readonly (readonly [string, boolean])[] = [
    ['types', types === undefined || types.length === 0],
    ['placeText', road === undefined && roadName === undefined && placeText === undefined],
    ['crs', lon !== undefined && crs === undefined],
  ]
  return rules.flatMap(([field, isBroken]) => (isBroken ? [field] : []))
}

/** A row of a ledger as a ticket. It has no number that could be trusted across ledgers, so its words tell it. */
export function hazardColumns(values: HazardValues, ground: PlacingGround, now: Date): RecordColumns {
  const place = placeLedgerRow(values, ground, (values.foundAt ?? '').slice(0, 10))
  const { placement } = place
  const facts = Object.entries(columnOf).flatMap(([field, column]) => {
    const value = values[field as keyof typeof columnOf]
    return value === undefined ? [] : [[column, value] as const]
  })
  const mainType = values.types?.[0]
  const said: Record<string, unknown> = {
    ...Object.fromEntries(facts),
    ...joined(values),
    ...(mainType === undefined ? {} : { type_main: mainType }),
    road_code: placement.roadCode,
    road_name: placement.roadName,
    from_stake: placement.fromStake,
    to_stake: placement.toStake,
    side: values.side ?? placement.side,
    geometry: placement.geometry,
    raw_coordinate: placement.rawCoordinate,
    crs_source: placement.crsSource,
    locating: placement.locating,
    place_text: place.placeText,
  }
  const title = values.title ?? (mainType === undefined ? '' : hazardTitle(placement, mainType))
  const filled: Columns = {
    status: firstStatus,
    title,
    description: values.description ?? title,
    direction: 'both',
    source: '01',
    found_at: now.toISOString(),
    found_by: '台账导入',
    supervision_level: 0,
    flags: [],
    is_black_spot: false,
    township: place.township,
    squad_code: place.squad,
  }
  const { completeness: _score, missingFields: _missing, ...own } = values
  return {
    said,
    filled: Object.fromEntries(Object.entries(filled).filter(([column]) => !(column in said))),
    blocking: blockingFields(values),
    findings: place.findings,
    key: values.number ?? contentHash(contentOf(own)),
    occurredAt: values.foundAt ?? null,
  }
}
