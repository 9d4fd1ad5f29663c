import { shortHash } from './content-hash.ts'
import { importMessages } from '../import-messages.ts'
import type { Finding } from '../import-types.ts'
import type { AccidentValues } from '../rows/accident-record.ts'
import { placeAccidentRow } from './accident-placing.ts'
import type { Columns, PlacingGround, RecordColumns } from './record-columns.ts'

const columnOf = {
  regNo: 'reg_no',
  statNo: 'stat_no',
  procedure: 'procedure',
  isStatistical: 'is_statistical',
  recordType: 'record_type',
  occurredAt: 'occurred_at',
  timePrecision: 'time_precision',
  direction: 'direction',
  placeText: 'place_text',
  township: 'township',
  squad: 'squad_code',
  handlingUnit: 'handling_unit',
  killedScene: 'killed_scene',
  killed: 'killed',
  killed30d: 'killed_30d',
  injured: 'injured',
  seriouslyInjured: 'seriously_injured',
  lossYuan: 'loss_yuan',
  motorCount: 'motor_count',
  nonMotorCount: 'non_motor_count',
  pedestrianCount: 'pedestrian_count',
  form: 'form',
  collision: 'collision',
  objectHit: 'object_hit',
  causeClass: 'cause_class',
  cause: 'cause',
  weather: 'weather',
  visibility: 'visibility',
  light: 'light',
  surfaceState: 'surface_state',
  surfaceCondition: 'surface_condition',
  terrain: 'terrain',
  alignment: 'alignment',
  siteType: 'site_type',
  roadSafetyAttribute: 'road_safety_attribute',
  hitAndRun: 'hit_and_run',
  hazardousGoods: 'hazardous_goods',
  keyVehicles: 'key_vehicles',
  brief: 'brief',
} as const satisfies Partial<Record<keyof AccidentValues, string>>

const columns = Object.entries(columnOf) as [keyof typeof columnOf, string][]

/** Plain loops here and below: this runs for each of a hundred thousand rows. */
function factsOf(values: AccidentValues): Record<string, unknown> {
  const facts: Record<string, unknown> = {}
  for (const [field, column] of columns) if (values[field] !== undefined) facts[column] = values[field]
  return facts
}

const defaults: Columns = {
  record_type: 3,
  is_statistical: false,
  time_precision: 'minute',
  killed_scene: 0,
  killed: 0,
  injured: 0,
  seriously_injured: 0,
  loss_yuan: 0,
  hit_and_run: false,
  hazardous_goods: false,
  key_vehicles: [],
}
/** A row without any word on its place. */
const nowhere: Columns = {
  road_code: null,
  road_name: '',
  stake: null,
  side: null,
  lon: null,
  lat: null,
  raw_coordinate: null,
  crs_source: 'unknown',
  locating: 'unlocated',
  locating_grade: 'none',
}

const most = { count: 999, yuan: 999_999_999 }

/** What the table would refuse: one such row must not bring down the whole batch. */
function blockingFields(values: AccidentValues): string[] {
  const { killed = 0, killed30d, injured = 0, seriouslyInjured = 0, procedure = 'general' } = values
  const isTooMany = [killed, killed30d ?? 0, injured, values.killedScene ?? 0].some((n) => n > most.count)
  const rules: readonly (readonly [string, boolean])[] = [
    ['occurredAt', values.occurredAt === undefined],
    ['placeText', values.placeText === undefined],
    ['form', values.form === undefined],
    ['seriouslyInjured', seriouslyInjured > injured],
    ['killed30d', killed30d !== undefined && killed30d < killed],
    ['procedure', procedure === 'simple' && killed > 0],
    ['killed', isTooMany],
    ['lossYuan', (values.lossYuan ?? 0) > most.yuan],
    ['crs', values.lon !== undefined && values.crs === undefined],
  ]
  return rules.flatMap(([field, isBroken]) => (isBroken ? [field] : []))
}

/** Without a number that can be trusted the record still needs one, and the same row must get the same again. */
function standInNumber({ fingerprint, occurredAt }: AccidentValues): string | null {
  if (fingerprint === undefined || occurredAt === undefined) return null
  return `X${occurredAt.replace(/\D/g, '').slice(0, 12)}-${shortHash(fingerprint, 4)}`
}

function notIn(said: Columns, ...sources: readonly Columns[]): Columns {
  const filled: Record<string, unknown> = {}
  for (const source of sources)
    for (const column in source) if (!(column in said)) filled[column] = source[column]
  return filled
}

const undeclared = (): Finding => ({
  field: 'lon',
  code: 'crs_undeclared',
  severity: 'check',
  message: importMessages.crsUndeclared(),
})

export function accidentColumns(
  values: AccidentValues,
  ground: PlacingGround,
  defaultProcedure: AccidentValues['procedure'],
): RecordColumns {
  const place = placeAccidentRow(values, ground)
  const said = Object.assign(factsOf(values), place.said)
  const procedure = { procedure: defaultProcedure ?? 'general' }
  const isUndeclared = values.lon !== undefined && values.crs === undefined
  return {
    said,
    filled: notIn(said, defaults, nowhere, procedure, place.derived),
    blocking: blockingFields(values),
    findings: [...place.findings, ...(isUndeclared ? [undeclared()] : [])],
    key: values.accidentNo ?? standInNumber(values),
    occurredAt: values.occurredAt ?? null,
  }
}
