import { describe, expect, test } from 'vitest'
import { demoAccidents } from '../../../api/demo/demo-accidents.ts'
import type { DemoAccident } from '../../../api/demo/accident-row.ts'
import { brokenAccidentRules } from '../../../api/accidents/accident-rules.ts'
import { shippedGround } from './demo-ground.ts'

const accidents = demoAccidents(2025, shippedGround)
const local = ({ occurred_at }: DemoAccident) => new Date(Date.parse(occurred_at) + 8 * 3600_000)
const hourOf = (row: DemoAccident) => local(row).getUTCHours() + local(row).getUTCMinutes() / 60
const monthOf = (row: DemoAccident) => local(row).getUTCMonth() + 1

const such = (what: (row: DemoAccident) => boolean) => {
  const rows = accidents.filter(what)
  expect(rows.length).toBeGreaterThan(0)
  return rows
}

// Earliest and latest sunrise and sunset of the month at 39° N 108° E, hours of Beijing time, with some minutes of room.
const sunOfMonth = [
  { month: 1, sunrise: [8, 8.25], sunset: [17.4, 18.1] },
  { month: 6, sunrise: [5.1, 5.4], sunset: [19.9, 20.2] },
  { month: 10, sunrise: [6.5, 7.2], sunset: [17.6, 18.6] },
] as const

describe('each accident is one plausible story', () => {
  test.each(sunOfMonth)(
    'daylight of month $month lies between sunrise and sunset',
    ({ month, sunrise, sunset }) => {
      for (const row of such((one) => monthOf(one) === month)) {
        const isDay = row.light === '1'
        if (isDay) expect(hourOf(row), row.brief).toBeGreaterThan(sunrise[0] - 0.3)
        if (isDay) expect(hourOf(row), row.brief).toBeLessThan(sunset[1] + 0.1)
        if (['2', '3'].includes(row.light))
          expect(hourOf(row) > sunset[0] || hourOf(row) < sunrise[1], row.brief).toBe(true)
      }
    },
  )

  test('nobody drives drunk by day, no tyre bursts in winter, no snow falls in summer', () => {
    expect(such((row) => row.cause_class === '13').filter(({ light }) => light === '1')).toEqual([])
    expect(
      such((row) => row.cause_class === '96').filter((row) => ![5, 6, 7, 8, 9].includes(monthOf(row))),
    ).toEqual([])
    expect(
      such((row) => row.weather === '4').filter((row) => ![11, 12, 1, 2, 3].includes(monthOf(row))),
    ).toEqual([])
  })

  test('street lamps burn in towns only', () => {
    const lit = such((row) => row.light === '2' && row.road_code === null)
    expect(lit.filter(({ road_name }) => !road_name.includes('镇区'))).toEqual([])
  })

  test('an animal is struck alone and outside town', () => {
    const struck = such((row) => row.form === '36')
    expect(struck.every((row) => row.object_hit === '31' && row.motor_count === 1 && row.killed === 0)).toBe(
      true,
    )
    expect(struck.filter(({ road_name }) => road_name.includes('镇区'))).toEqual([])
  })

  test('on the divided road nobody meets oncoming traffic, except by driving the wrong way', () => {
    const onDivided = such((row) => row.road_code === 'CAYJ')
    const facing = onDivided.filter(({ collision }) => collision === '2' || collision === '8')
    expect(facing.filter(({ cause_class }) => cause_class !== '14')).toEqual([])
  })

  test('what the hazards say of past accidents is so: three animals on G109, two pedestrians on G110 by night', () => {
    const within = (road: string, from: number, to: number, form: string) =>
      accidents.filter(
        (row) =>
          row.procedure === 'general' &&
          row.road_code === road &&
          row.form === form &&
          row.stake! >= from &&
          row.stake! <= to,
      )
    expect(within('G109', 967_400, 970_100, '36')).toHaveLength(3)
    const pedestrians = within('G110', 1_141_700, 1_142_300, '21')
    expect(pedestrians.map(({ light }) => light)).toEqual(['3', '3'])
    expect(within('CAYJ', 21_000, 22_000, '36').map(({ light }) => light)).toEqual(['3', '3', '3'])
  })

  test('a struck pedestrian is dead or hurt, and counted', () => {
    const struck = such((row) => row.form === '21')
    expect(struck.every((row) => row.killed + row.injured > 0 && row.pedestrian_count === 1)).toBe(true)
  })

  test('every row would be accepted from an officer’s own hand', () => {
    const now = new Date('2026-01-01T00:00:00Z')
    for (const row of accidents) {
      const fields = {
        procedure: row.procedure,
        isStatistical: row.is_statistical,
        occurredAt: row.occurred_at,
        killed: row.killed,
        injured: row.injured,
        seriouslyInjured: row.seriously_injured,
        form: row.form,
        collision: row.collision,
        objectHit: row.object_hit,
      }
      expect(brokenAccidentRules(fields, now), row.accident_no).toEqual([])
    }
  })

  test('no brief holds a name, a number plate, an identity number or a telephone', () => {
    for (const { brief } of accidents) {
      expect(brief).not.toMatch(
        /某|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云渝藏陕甘青宁新][A-Z]|\d{11}/,
      )
      expect(brief).toContain('演示数据')
    }
  })

  test('the place reads as officers write it', () => {
    const [worst] = such((row) => row.stake === 1_046_230)
    expect(worst!.place_text).toBe('G109线K1046+230处（往棋盘井方向，道路右侧）')
  })
})
