import { expect, test } from 'vitest'
import * as codes from '../../../../api/accidents/accident-codes.ts'
import { causeClasses } from '../../../../api/accidents/cause-codes.ts'
import type { DemoAccident } from '../../../../api/demo/accident-row.ts'
import { demoAccidents } from '../../../../api/demo/demo-accidents.ts'
import type { Cell } from '../../../../api/imports/import-types.ts'
import { mapColumns } from '../../../../api/imports/sheets/map-columns.ts'
import { formatStake } from '../../../../api/roads/stakes/stake-format.ts'
import squads from '../../../../gis-data/squads.json' with { type: 'json' }
import townships from '../../../../gis-data/townships.json' with { type: 'json' }
import roads from '../../../../gis-data/roads.json' with { type: 'json' }
import { shippedGround } from '../../demo/demo-ground.ts'
import { readAccidentRows } from './read-rows.ts'

const year = demoAccidents(2025, shippedGround).filter(({ occurred_at }) => occurred_at > '2024-12-31T16')
const localTime = (at: string) => new Date(Date.parse(at) + 8 * 3600_000).toISOString().slice(0, 16)
const name = (table: codes.CodeTable, code: string | null) =>
  code === null ? null : (table[code]?.zh ?? code)
const squadName = (code: string | null) => squads.squads.find((squad) => squad.code === code)?.name ?? null

const columns: Readonly<Record<string, (accident: DemoAccident) => Cell>> = {
  事故编号: (accident) => accident.accident_no,
  适用程序: ({ procedure }) => ({ general: '一般程序', simple: '简易程序' })[procedure],
  是否统计: ({ is_statistical }) => (is_statistical ? '是' : '否'),
  发生时间: ({ occurred_at }) => localTime(occurred_at).replace('T', ' '),
  路号: ({ road_code }) => road_code,
  路名: ({ road_name }) => road_name,
  桩号: ({ stake }) => (stake === null ? null : formatStake(stake)),
  方向: ({ direction }) =>
    direction === null ? null : { increasing: '桩号递增方向', decreasing: '桩号递减方向' }[direction],
  路侧: ({ side }) => (side === null ? null : { left: '左侧', right: '右侧' }[side]),
  事故地点: ({ place_text }) => place_text,
  苏木镇: ({ township }) => township,
  中队: ({ squad_code }) => squadName(squad_code),
  '死亡(7日内)': ({ killed }) => killed,
  受伤: ({ injured }) => injured,
  重伤: ({ seriously_injured }) => seriously_injured,
  '直接财产损失(元)': ({ loss_yuan }) => loss_yuan,
  事故形态: ({ form }) => name(codes.forms, form),
  车辆间事故: ({ collision }) => name(codes.collisions, collision),
  撞物: ({ object_hit }) => name(codes.objectsHit, object_hit),
  认定原因分类: ({ cause_class }) => name(causeClasses, cause_class),
  天气: ({ weather }) => name(codes.weathers, weather),
  照明: ({ light }) => name(codes.lights, light),
  能见度: ({ visibility }) => name(codes.visibilities, visibility),
  路面状况: ({ surface_state }) => name(codes.surfaceStates, surface_state),
  路表情况: ({ surface_condition }) => name(codes.surfaceConditions, surface_condition),
  道路线形: ({ alignment }) => name(codes.alignments, alignment),
  路口路段类型: ({ site_type }) => name(codes.siteTypes, site_type),
  道路安全属性: ({ road_safety_attribute }) => name(codes.roadSafetyAttributes, road_safety_attribute),
  涉重点车辆: ({ key_vehicles }) => key_vehicles.map((key) => codes.keyVehicles[key]?.zh).join('、'),
  经度: ({ longitude }) => longitude,
  纬度: ({ latitude }) => latitude,
  坐标系: ({ crs_source }) => (crs_source === 'wgs84' ? 'WGS 84' : null),
  定位: ({ locating }) => ({ unlocated: '未定位', stake: '桩号推算', coordinate: '坐标' })[locating],
}

const townshipName = (code: string | null) => townships.areas.find((area) => area.code === code)?.name
const given = <T>(value: T | null): T | undefined => value ?? undefined

const expected = (accident: DemoAccident) => ({
  accidentNo: accident.accident_no,
  procedure: accident.procedure,
  isStatistical: accident.is_statistical,
  occurredAt: `${localTime(accident.occurred_at)}:00+08:00`,
  road: given(accident.road_code),
  roadName: accident.road_name,
  stake: given(accident.stake),
  direction: given(accident.direction),
  side: given(accident.side),
  placeText: accident.place_text,
  township: townshipName(accident.township),
  squad: given(accident.squad_code),
  killed: accident.killed,
  injured: accident.injured,
  seriouslyInjured: accident.seriously_injured,
  lossYuan: accident.loss_yuan,
  form: accident.form,
  collision: given(accident.collision),
  objectHit: given(accident.object_hit),
  causeClass: accident.cause_class,
  weather: accident.weather,
  light: accident.light,
  visibility: accident.visibility,
  surfaceState: accident.surface_state,
  surfaceCondition: accident.surface_condition,
  alignment: accident.alignment,
  siteType: accident.site_type,
  roadSafetyAttribute: accident.road_safety_attribute,
  keyVehicles: accident.key_vehicles.length > 0 ? accident.key_vehicles : undefined,
  rawCoordinate: given(accident.raw_coordinate),
  locating: accident.locating,
})

test('the demonstration’s year printed as a list is read back to the field, with nothing to look at', () => {
  const titles = Object.keys(columns)
  const rows = year.map((accident, index) => ({
    number: index + 2,
    cells: Object.values(columns).map((cell) => cell(accident)),
  }))
  const records = readAccidentRows(rows, mapColumns(titles, 'accidents', [1]), {
    sheet: '事故清单',
    roads: roads.roads.map((road) => ({
      ...road,
      aliases: road.aliases.map((alias) => alias.name),
      upDirection: undefined,
    })),
    squads: squads.squads,
    areas: townships.areas.map(({ code, name: called, kind }) => ({
      code,
      name: called,
      kind: kind as 'township',
    })),
    now: new Date('2026-11-23T04:00:00Z'),
  })
  expect(records.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'note'))).toEqual(
    [],
  )
  expect(year.length).toBeGreaterThan(194)
  expect(records.map(({ values }) => values)).toEqual(
    year.map((accident) => expect.objectContaining(JSON.parse(JSON.stringify(expected(accident))))),
  )
})
