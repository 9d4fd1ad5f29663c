import { describe, expect, test } from 'vitest'
import type { CellReading } from '../../../../api/imports/cells/cell-reading.ts'
import { maskPersonal } from '../../../../api/accidents/mask-personal.ts'
import { readCoordinate, readCoordinateSystem } from '../../../../api/imports/cells/read-coordinate.ts'
import { readStakeCell, readStakeColumns } from '../../../../api/imports/cells/read-stake.ts'
import type { Cell } from '../../../../api/imports/import-types.ts'

const codesOf = <T>({ issues }: CellReading<T>) => issues.map(({ code }) => code)
const brief = <T>(reading: CellReading<T>) => [reading.value, ...codesOf(reading)]

describe('stakes in one column', () => {
  test.each<[Cell, number | undefined, readonly string[]]>([
    ['K1023+500', 1_023_500, []],
    ['Ｋ１０２３＋５００', 1_023_500, []],
    ['1023公里加500米', 1_023_500, []],
    [1023.5, 1_023_500, []],
    [1_023_500, 1_023_500, ['stake_unitless']],
    ['K1O23+5OO', 1_023_500, ['stake_confusable']],
    ['K1023+5', 1_023_005, ['stake_short_metres', 'stake_ambiguous']],
    ['K1023+500-K1024+200', 1_023_500, ['stake_range']],
    ['K1023+1500', undefined, ['stake_metres_too_large']],
    ['—', undefined, []],
  ])('%j is %s', (cell, stake, codes) => {
    const reading = readStakeCell(cell, { road: 'G109' })
    expect([reading.value?.stake, codesOf(reading)]).toEqual([stake, codes])
  })
})

describe('stakes in two columns', () => {
  test.each<[Cell, Cell, readonly unknown[]]>([
    ['1046', '200', [1_046_200]],
    ['K1046', '+200', [1_046_200]],
    ['１０４６公里', '200米', [1_046_200]],
    ['1O46', '2OO', [1_046_200, 'stake_confusable']],
    ['K1046+200', null, [1_046_200]],
    [1046.2, null, [1_046_200]],
    [1046, null, [1_046_000, 'stake_kilometre_only']],
    [1046, 1200, [undefined, 'stake_metres_too_large']],
    [null, 200, [undefined, 'stake_unreadable']],
    [null, null, [undefined]],
  ])('%j and %j give %j', (km, metre, expected) => {
    const reading = readStakeColumns(km, metre, {})
    expect([reading.value?.stake, ...codesOf(reading)]).toEqual(expected)
  })
})

describe('coordinates', () => {
  test('of 坐标X,坐标Y,经度,纬度 the last two count', () => {
    const { value } = readCoordinate({ raw: '4331123.5,36421456.2,107.9761,39.0912' }, 'gcj02')
    expect(value).toEqual({
      lon: 107.9761,
      lat: 39.0912,
      crs: 'gcj02',
      rawCoordinate: '4331123.5,36421456.2,107.9761,39.0912',
    })
  })

  test('without a declared system a point has none and asks for it', () => {
    const reading = readCoordinate({ lon: 107.9761, lat: 39.0912 }, undefined)
    expect(reading.value?.crs).toBeUndefined()
    expect(codesOf(reading)).toEqual(['crs_undeclared'])
  })

  test('swapped columns, degrees and minutes, zone 36 and no fix are told apart', () => {
    expect(brief(readCoordinate({ lon: 39.0912, lat: 107.9761 }, 'wgs84'))).toEqual([
      { lon: 107.9761, lat: 39.0912, crs: 'wgs84', rawCoordinate: '39.0912,107.9761' },
      'coordinate_swapped',
    ])
    expect(readCoordinate({ lon: '107°58′34″', lat: '39°05′24″' }, 'wgs84').value).toMatchObject({
      lat: 39.09,
      rawCoordinate: '107°58′34″,39°05′24″',
    })
    expect(codesOf(readCoordinate({ raw: '4331123.5,36421456.2,,' }, undefined))).toEqual([
      'coordinate_projected',
    ])
    expect(brief(readCoordinate({ lon: 0, lat: 0 }, 'wgs84'))).toEqual([undefined, 'coordinate_zero'])
    expect(codesOf(readCoordinate({ lon: 116.397123, lat: 39.908123 }, 'wgs84'))).toEqual([
      'coordinate_outsideRegion',
    ])
  })

  test('a column may name the system', () => {
    expect(['WGS 84（手机、GPS）', 'gcj02', '百度', '3度带第36带'].map(readCoordinateSystem)).toEqual([
      'wgs84',
      'gcj02',
      'bd09',
      'gk36',
    ])
  })
})

describe('personal data in free text', () => {
  test.each([
    ['驾驶人张三驾驶蒙K12345号轿车', '驾驶人张某驾驶［号牌］号轿车'],
    [
      '当事人：李四，电话138-4771-2345，身份证150624198001011234',
      '当事人：李某，电话［电话］，身份证［证件号］',
    ],
    ['蒙K1234挂半挂车与宁A·D12345相撞', '［号牌］半挂车与［号牌］相撞'],
    ['驾驶人王五未让行', '驾驶人王某未让行'],
    ['司机李大海疲劳驾驶', '司机李某疲劳驾驶'],
    ['驾驶人巴图巴雅尔驾驶', '驾驶人巴某驾驶'],
    ['乘车人 乌云其木格 受伤', '乘车人 乌某 受伤'],
  ])('%s', (text, masked) => {
    expect(maskPersonal(text)).toBe(masked)
  })

  test.each([
    '行人横过道路时被撞',
    '驾驶人驾驶小型轿车沿109国道行驶',
    '京银线K1105+200',
    '陕蒙界新K1046公里200米',
    '驾驶人王某酒后驾驶',
    '109国道1046公里200米处',
    '行人随意横穿',
    '驾驶员难以发现前方路口',
    '行人事故多发',
  ])('%s stays as it is', (text) => {
    expect(maskPersonal(text)).toBe(text)
  })
})
