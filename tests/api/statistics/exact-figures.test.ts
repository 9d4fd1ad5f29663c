import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../api/hotspots/analysis/seeded-random.ts'
import { crossTable } from '../../../api/statistics/cross-table.ts'
import { deathRates, yearOfPeriod } from '../../../api/statistics/death-rate.ts'
import { dimensions, nameOfKey, wholeKeys } from '../../../api/statistics/dimensions.ts'
import { decimalText, decimalUnits, exactRatio, percentText } from '../../../api/statistics/exact-ratio.ts'
import { changeBetween, sumOfIndices } from '../../../api/statistics/indices.ts'

describe('ratios', () => {
  test('round halves away from zero, as the paper does and a float does not', () => {
    expect([exactRatio(1, 8, 2), exactRatio(-1, 8, 2), exactRatio(1005, 1000, 2)]).toEqual([
      '0.13',
      '-0.13',
      '1.01',
    ])
    expect(exactRatio(2, 3, 0)).toBe('1')
    expect(() => exactRatio(1, 0, 1)).toThrow(RangeError)
  })

  test('are null as a percentage of nothing', () => {
    expect([percentText(0, 0), percentText(11, 14), percentText(1, 3)]).toEqual([null, '78.6', '33.3'])
  })

  test('hold beyond what a float can count', () => {
    expect(exactRatio(9_007_199_254_740_993n, 10_000, 2)).toBe('900719925474.10')
    expect(changeBetween(9_000_000_000_000, 8_000_000_000_001).percent).toBe(12.5)
  })

  test('decimals go in and come out to the last digit', () => {
    expect([decimalUnits('86', 2), decimalUnits('-0.5', 2), decimalUnits('121.50', 2)]).toEqual([
      8600n,
      -50n,
      12150n,
    ])
    expect([decimalText(12150n, 2), decimalText(-50n, 2), decimalText(7n, 0)]).toEqual([
      '121.50',
      '-0.50',
      '7',
    ])
    expect(() => decimalUnits('1.005', 2)).toThrow(RangeError)
  })
})

describe('deaths per 10,000 vehicles', () => {
  const base = {
    year: 2025,
    vehicles: 39_100,
    drivers: 43_000,
    residents: 97_000,
    population: null,
    source: '年报',
  }

  test('say their calibre: 10.23 of all, 3.32 of the reported ones', () => {
    expect(deathRates(40, 'general', base)[0]).toEqual({
      ...{ kind: 'vehicles', calibre: 'general', killed: 40, base: 39_100, rate: '10.23' },
    })
    expect(deathRates(13, 'reported', base)[0]).toMatchObject({ calibre: 'reported', rate: '3.32' })
  })

  test('have no value without a base', () => {
    expect(deathRates(40, 'general', undefined).map(({ rate }) => rate)).toEqual([null, null, null])
    expect(deathRates(40, 'general', base).at(-1)).toMatchObject({
      kind: 'population',
      base: null,
      rate: null,
    })
  })

  test('belong to one year', () => {
    expect(yearOfPeriod({ from: '2025-01-01', to: '2025-12-03' })).toBe(2025)
    expect(yearOfPeriod({ from: '2024-12-01', to: '2025-11-30' })).toBeNull()
  })
})

describe('crossed figures', () => {
  test('list every hour and weekday, and what is not known last', () => {
    const cell = { accidents: 1, killed: 0, injured: 2, lossYuan: 300 }
    const found = [
      { row: 'unknown', column: '3', ...cell },
      { row: '07', column: '3', ...cell },
    ]
    const table = crossTable(found, { rows: wholeKeys.hour, columns: wholeKeys.weekday })
    expect(table.rows).toHaveLength(25)
    expect([table.rows[0], table.rows.at(-1)]).toEqual(['00', 'unknown'])
    expect(table.columns).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(table.cells[7]![2]).toEqual(cell)
  })

  test('add up both ways to the same total, whatever is drawn', () => {
    const random = seededRandom(11)
    const whole = (limit: number) => Math.floor(random() * limit)
    for (let round = 0; round < 50; round++) {
      const found = new Map<string, Parameters<typeof crossTable>[0][number]>()
      for (let index = 0; index < whole(60); index++) {
        const [row, column] = [String(whole(8)), String(whole(5))]
        const indices = { accidents: whole(9), killed: whole(3), injured: whole(5), lossYuan: whole(1e9) }
        found.set(`${row} ${column}`, { row, column, ...indices })
      }
      const table = crossTable([...found.values()])
      expect(table.total).toEqual(sumOfIndices(table.columnTotals))
      expect(table.total).toEqual(sumOfIndices([...found.values()]))
    }
  })
})

test('no code stands in front of a reader without a name', () => {
  const inChinese = dimensions.map((dimension) => nameOfKey(dimension, 'unknown', {}, 'zh'))
  expect(new Set(inChinese)).toEqual(new Set(['未登记']))
  expect(nameOfKey('cause', '12', {}, 'en')).toBe('Speeding')
  expect(nameOfKey('hour', '07', {}, 'zh')).toBe('7—8时')
  expect(nameOfKey('form', '99', {}, 'zh')).toBe('代码表外（99）')
})
