import { factsOfKind } from '../../facilities/facility-kinds.ts'
import { isInspected, nextInspection } from '../../facilities/inspection-clock.ts'
import { bannerDay } from '../../areas/calendar-days.ts'
import type { FacilityValues } from '../rows/facility-record.ts'
import { contentHash, contentOf } from './content-hash.ts'
import { placeLedgerRow } from './ledger-place.ts'
import type { Columns, PlacingGround, RecordColumns } from './record-columns.ts'

const columnOf = {
  kind: 'kind',
  quantity: 'quantity',
  unit: 'unit',
  lengthMetres: 'length_metres',
  legend: 'legend',
  direction: 'direction',
  state: 'state',
  installedOn: 'installed_on',
  installedBy: 'installed_by',
  costYuan: 'cost_yuan',
  consent: 'consent',
  consentDocument: 'consent_document',
  supplier: 'supplier',
  model: 'model',
  facing: 'facing',
  faces: 'faces',
  funding: 'funding',
  removalReason: 'removal_reason',
  warrantyUntil: 'warranty_until',
  lastInspectedOn: 'last_inspected_on',
  remark: 'remark',
} as const satisfies Partial<Record<keyof FacilityValues, string>>

function pointOf(geometry: unknown): readonly [number, number] | null {
  const { type, coordinates } = (geometry ?? {}) as { type?: string; coordinates?: [number, number] }
  return type === 'Point' && coordinates ? [coordinates[0], coordinates[1]] : null
}

function blockingFields(values: FacilityValues): string[] {
  const { kind, quantity, lengthMetres, road, roadName, placeText, lon, crs } = values
  const rules: readonly (readonly [string, boolean])[] = [
    ['kind', kind === undefined],
    ['quantity', quantity !== undefined && quantity <= 0],
    ['lengthMetres', lengthMetres !== undefined && lengthMetres <= 0],
    ['placeText', road === undefined && roadName === undefined && placeText === undefined],
    ['crs', lon !== undefined && crs === undefined],
  ]
  return rules.flatMap(([field, isBroken]) => (isBroken ? [field] : []))
}

function filledOf(values: FacilityValues, now: Date): Columns {
  const today = bannerDay(now)
  const { kind, state = 'working', installedOn, lastInspectedOn } = values
  return {
    quantity: 1,
    unit: kind === undefined ? '处' : factsOfKind(kind).units[0],
    direction: 'both',
    state,
    installed_on: state === 'planned' ? null : (installedOn ?? null),
    inspection_due_on: isInspected(state) ? nextInspection(lastInspectedOn ?? installedOn ?? today) : null,
  }
}

/** A row of the inventory. A number of ours finds its record again; other rows are told by what they say. */
export function facilityColumns(values: FacilityValues, ground: PlacingGround, now: Date): RecordColumns {
  const place = placeLedgerRow({ ...values, fromStake: values.stake }, ground, values.installedOn ?? '')
  const { placement } = place
  const point = pointOf(placement.geometry)
  const facts = Object.entries(columnOf).flatMap(([field, column]) => {
    const value = values[field as keyof typeof columnOf]
    return value === undefined ? [] : [[column, value] as const]
  })
  const said: Record<string, unknown> = {
    ...Object.fromEntries(facts),
    road_code: placement.roadCode,
    road_name: placement.roadName,
    stake: placement.fromStake,
    side: values.side ?? placement.side,
    lon: point?.[0] ?? null,
    lat: point?.[1] ?? null,
    raw_coordinate: placement.rawCoordinate,
    crs_source: placement.crsSource,
    place_text: place.placeText,
    ...(values.hazardNumber === undefined ? {} : { hazard_number: values.hazardNumber }),
  }
  const filled = filledOf(values, now)
  return {
    said,
    filled: Object.fromEntries(Object.entries(filled).filter(([column]) => !(column in said))),
    blocking: blockingFields(values),
    findings: place.findings,
    key: values.number ?? contentHash(contentOf({ ...values })),
    occurredAt: null,
  }
}
