import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as codes from '../../../../api/accidents/accident-codes.ts'
import { newCodeReader } from '../../../../api/imports/cells/read-code.ts'
import { readCoordinate } from '../../../../api/imports/cells/read-coordinate.ts'
import { readCount } from '../../../../api/imports/cells/read-count.ts'
import { readDate, readTimeOfDay } from '../../../../api/imports/cells/read-date.ts'
import { readMoney } from '../../../../api/imports/cells/read-money.ts'
import { newSquadReader, newTownshipReader } from '../../../../api/imports/cells/read-names.ts'
import { readRecordNumber } from '../../../../api/imports/cells/read-record-number.ts'
import { newRoadReader } from '../../../../api/imports/cells/read-road.ts'
import { readReported, readYesNo } from '../../../../api/imports/cells/read-yes-no.ts'
import { readStakeColumns } from '../../../../api/imports/cells/read-stake.ts'
import { readText } from '../../../../api/imports/cells/read-text.ts'
import type { CellReading } from '../../../../api/imports/cells/cell-reading.ts'
import type { Cell } from '../../../../api/imports/import-types.ts'
import { codedFields } from '../../../../api/imports/rows/accident-code-specs.ts'

const now = new Date('2026-11-23T04:00:00Z')
const codesOf = <T>({ issues }: CellReading<T>) => issues.map(({ code }) => code)
const brief = <T>(reading: CellReading<T>) => [reading.value, ...codesOf(reading)]

describe('dates', () => {
  const dateOf = (cell: Cell, is1904 = false) => {
    const { value, issues } = readDate(cell, { now, is1904 })
    return [value?.at.slice(0, 16), value?.precision, ...issues.map(({ code }) => code)]
  }

  test.each<[Cell, string, string]>([
    ['2018/3/5 14:30', '2018-03-05T14:30', 'minute'],
    ['2018-3-5', '2018-03-05T00:00', 'day'],
    ['2018.3.5', '2018-03-05T00:00', 'day'],
    ['20180305', '2018-03-05T00:00', 'day'],
    [20180305, '2018-03-05T00:00', 'day'],
    [201803051430, '2018-03-05T14:30', 'minute'],
    ['201803051430', '2018-03-05T14:30', 'minute'],
    ['2018年3月5日14时许', '2018-03-05T14:00', 'hour'],
    ['2018年3月5日14时30分许', '2018-03-05T14:30', 'minute'],
    ['二〇一八年三月五日', '2018-03-05T00:00', 'day'],
    ['二○一八年三月五日十四时三十分', '2018-03-05T14:30', 'minute'],
    ['２０１８－０３－０５　１４：３０', '2018-03-05T14:30', 'minute'],
    ['2018年3月5日下午2点半', '2018-03-05T14:30', 'minute'],
    ['2018年3月5日凌晨12点', '2018-03-05T00:00', 'hour'],
    ['2018-3-5 晚8时', '2018-03-05T20:00', 'hour'],
    ['2018-03-05(星期一) 14:30', '2018-03-05T14:30', 'minute'],
    ['2018-12-31 24:00', '2019-01-01T00:00', 'minute'],
    ['2018-03-05T06:30:00Z', '2018-03-05T14:30', 'minute'],
    [{ kind: 'date', text: '2018-03-05 14:30:00' }, '2018-03-05T14:30', 'minute'],
    [{ kind: 'date', text: '2018-03-05 00:00:00' }, '2018-03-05T00:00', 'day'],
  ])('%j is %s', (cell, at, precision) => {
    expect(dateOf(cell)).toEqual([at, precision])
  })

  test('a serial number is read in the count of its workbook, and said', () => {
    expect(dateOf(43164.604)).toEqual(['2018-03-05T14:30', 'minute', 'date_from_serial'])
    expect(dateOf('43164.604')).toEqual(['2018-03-05T14:30', 'minute', 'date_from_serial'])
    expect(dateOf(41702.604, true)).toEqual(['2018-03-05T14:30', 'minute', 'date_from_serial'])
  })

  test.each<[Cell, string]>([
    ['3月5日', 'date_no_year'],
    ['3-5 14:30', 'date_no_year'],
    ['2018-02-30', 'date_unreadable'],
    ['03/05/18', 'date_unreadable'],
    ['2018年3月', 'date_unreadable'],
    [2018, 'date_unreadable'],
    ['2018-3-5 25:00', 'date_unreadable'],
    ['昨天', 'date_unreadable'],
  ])('%j asks instead of guessing (%s)', (cell, code) => {
    expect(dateOf(cell)).toEqual([undefined, undefined, code])
  })

  test.each<[Cell, string, string]>([
    ['18-3-5', '2018-03-05T00:00', 'date_two_digit_year'],
    ['3/5/2018', '2018-03-05T00:00', 'date_month_day'],
    ['2018-3-5 晚上1点', '2018-03-05T01:00', 'date_doubtful_hour'],
    ['2027-1-1', '2027-01-01T00:00', 'date_future'],
    ['1988-1-1', '1988-01-01T00:00', 'date_too_early'],
  ])('%j is read and put to the clerk (%s %s)', (cell, at, code) => {
    const [read, , ...issues] = dateOf(cell)
    expect([read, ...issues]).toEqual([at, code])
  })

  test('any minute of any day is read back from the ways it is written', () => {
    const minute = fc.integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2026, 10, 22) / 60_000 })
    fc.assert(
      fc.property(minute, (value) => {
        const [day, clock] = [
          new Date(value * 60_000).toISOString().slice(0, 10),
          new Date(value * 60_000).toISOString().slice(11, 16),
        ]
        const [year, month, date] = day.split('-').map(Number)
        const [hour, minutes] = clock.split(':').map(Number)
        const serial = value / 1440 + 25_569
        for (const cell of [
          `${day} ${clock}`,
          `${year}/${month}/${date} ${clock}`,
          `${year}年${month}月${date}日${hour}时${minutes}分`,
          `${day.replaceAll('-', '')}${clock.replace(':', '')}`,
          ...(serial > 33_000 && minutes! + hour! > 0 ? [Number(serial.toFixed(9))] : []),
        ])
          expect(readDate(cell, { now }).value?.at).toBe(`${day}T${clock}:00+08:00`)
      }),
      { numRuns: 200 },
    )
  })

  test('a time in a column of its own is text, a fraction of a day or a date cell of the first day', () => {
    expect(readTimeOfDay('14:30').value).toMatchObject({ hour: 14, minute: 30 })
    expect(readTimeOfDay(0.604166667).value).toMatchObject({ hour: 14, minute: 30 })
    expect(readTimeOfDay({ kind: 'date', text: '1899-12-30 14:30:00' }).value).toMatchObject({
      hour: 14,
      minute: 30,
    })
    expect(codesOf(readTimeOfDay('下班后'))).toEqual(['time_unreadable'])
  })
})

describe('counts and money', () => {
  test.each<[Cell, readonly unknown[]]>([
    [2, [2]],
    ['2', [2]],
    ['２人', [2]],
    ['两人', [2]],
    ['十二人', [12]],
    ['1O', [10, 'number_confusable']],
    ['约3人', [3, 'count_approximate']],
    ['1.5', [undefined, 'count_not_whole']],
    ['不详', [undefined, 'count_unknown']],
    ['若干', [undefined, 'number_unreadable_value']],
    [1e9, [undefined, 'number_too_large']],
    [-1, [undefined, 'number_negative']],
  ])('the count %j gives %j', (cell, expected) => {
    expect(brief(readCount(cell))).toEqual(expected)
  })

  test.each<[Cell]>([['—'], ['无'], [''], [null]])(
    '%j proposes 0 killed, to be confirmed, and no other number',
    (cell) => {
      expect(brief(readCount(cell, { isZeroWhenEmpty: true }))).toEqual([0, 'count_none_as_zero'])
      expect(readCount(cell).value).toBeUndefined()
      expect(readMoney(cell, null).value).toBeUndefined()
    },
  )

  test.each<[Cell, number | null, readonly unknown[]]>([
    ['约3000元', null, [3000, 'amount_approximate']],
    ['0.3万', null, [3000]],
    ['11万元', null, [110_000]],
    ['3,000', null, [3000]],
    ['3，000元', null, [3000]],
    ['3万5000元', null, [35_000]],
    ['3万5', null, [undefined, 'number_unreadable_value']],
    [159.53, 10_000, [1_595_300]],
    ['0.3万', 10_000, [3000]],
    ['3000元', 10_000, [3000, 'amount_own_unit']],
    [0.3, 1, [0, 'amount_perhaps_wan']],
    [3000.5, 1, [3001, 'amount_rounded']],
    ['-5', 1, [undefined, 'number_negative']],
    ['(5000)', 1, [undefined, 'number_negative']],
    ['99999999999', 1, [undefined, 'number_too_large']],
  ])('the loss %j in a column worth %j gives %j', (cell, factor, expected) => {
    expect(brief(readMoney(cell, factor))).toEqual(expected)
  })

  test('万元 with any decimals become yuan without the dust of binary fractions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (yuan) => {
        expect(readMoney(yuan / 10_000, 10_000)).toEqual({ value: yuan, issues: [] })
        expect(readMoney(`${yuan / 10_000}万元`, null).value).toBe(yuan)
      }),
    )
  })
})

describe('numbers of the case', () => {
  test.each<[Cell]>([[150624120180000100], ['1.50624E+17'], [1.50624e17], ['150624120180000000']])(
    '%j has lost its last digits',
    (cell) => {
      expect(brief(readRecordNumber(cell))).toEqual([undefined, 'number_precision_lost'])
    },
  )

  test('sixteen digits that end in zero are genuine unless all of the sheet do', () => {
    expect(brief(readRecordNumber('1506241201800010'))).toEqual(['1506241201800010'])
    expect(brief(readRecordNumber('1506241201800010', 'zero'))).toEqual([undefined, 'number_precision_lost'])
  })

  test.each<[Cell, string]>([
    ["'150624120180001234", '150624120180001234'],
    ['="150624120180001234"', '150624120180001234'],
    ['１５０６２４１２０１８００００１', '1506241201800001'],
    [1506241201, '1506241201'],
  ])('%j is %s', (cell, no) => {
    expect(brief(readRecordNumber(cell))).toEqual([no])
  })
})

describe('codes, names and answers', () => {
  const form = newCodeReader(codedFields['form']!)
  const weather = newCodeReader(codedFields['weather']!)

  test.each<[Cell, readonly unknown[]]>([
    [11, ['11']],
    ['碰撞运动车辆', ['11']],
    ['11-碰撞运动车辆', ['11']],
    ['11碰撞运动车辆', ['11']],
    ['碰撞运动车辆(11)', ['11']],
    ['追尾相撞', ['11']],
    ['11-碰撞静止车辆', ['11', 'code_name_differ']],
    ['35、36', ['35', 'code_several']],
    ['撞固定物（护栏）', ['35', 'code_guessed']],
    ['翻车', ['31', 'code_guessed']],
    ['碰撞', [undefined, 'code_unknown']],
    ['其他', [undefined, 'code_unknown']],
    ['', [undefined]],
  ])('the form %j gives %j', (cell, expected) => {
    expect(brief(form(cell))).toEqual(expected)
  })

  test('a code that lost its zero is padded by its table', () => {
    expect(newCodeReader({ table: codes.alignments })(1).value).toBe('01')
  })

  test('haze and the rest of the other numbering are 其他', () => {
    expect([weather('9霾').value, weather(19).value, weather('晴天').value]).toEqual(['9', '9', '1'])
    expect(brief(weather('晴;大风'))).toEqual(['1', 'code_several'])
  })

  test('every name of every table is read as its own code', () => {
    for (const [field, spec] of Object.entries(codedFields))
      for (const [code, { zh }] of Object.entries(spec.table)) {
        const read = newCodeReader(spec)
        expect([field, brief(read(zh)), brief(read(`${code}-${zh}`)), brief(read(Number(code)))]).toEqual([
          field,
          [code],
          [code],
          [code],
        ])
      }
  })

  test('yes and no are words, ticks and the platform’s 1 and 2', () => {
    expect(['是', '1', 1, '√', true].map((cell) => readYesNo(cell).value)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
    expect(['否', 2, '×', false].map((cell) => readYesNo(cell).value)).toEqual([false, false, false, false])
    expect(brief(readReported(3))).toEqual([true, 'reported_unconfirmed'])
    expect(codesOf(readYesNo('也许'))).toEqual(['yes_no_unreadable'])
  })

  test('squads and townships go by their other names', () => {
    const squad = newSquadReader([{ code: 'L03', name: '棋盘井中队', aliases: ['棋中队'] }])
    expect(
      ['棋盘井中队', '棋中队', '棋盘井', '鄂托克旗交管大队棋盘井中队'].map((cell) => squad(cell).value),
    ).toEqual(['L03', 'L03', 'L03', 'L03'])
    const township = newTownshipReader([
      { code: '150624102', name: '棋盘井镇', kind: 'township' },
      { code: '150624-P1', name: '棋盘井工业园区', kind: 'park' },
    ])
    expect(['棋盘井', '150624102', '棋盘井工业园区'].map((cell) => township(cell).value)).toEqual([
      '棋盘井镇',
      '棋盘井镇',
      '棋盘井工业园区',
    ])
    expect(codesOf(township('别处'))).toEqual(['township_unknown'])
  })

  test('roads go by code, class and number in either order, or name', () => {
    const road = newRoadReader([{ code: 'G109', name: '国道109线（京拉线）', aliases: ['京拉线'] }])
    for (const cell of ['G109', '109国道', '国道109线', '109线', 'G109线', '京拉线', 'Ｇ１０９', '109'])
      expect(brief(road(cell))).toEqual(['G109'])
    expect(road('G999').issues[0]?.severity).toBe('check')
    expect(road('乌兰大街').issues[0]?.severity).toBe('note')
  })
})

test('no cell of any kind or length makes a reader fail', () => {
  const pieces = fc.constantFrom(
    '2018',
    '年',
    '-',
    '万',
    '元',
    '约',
    'K',
    '+',
    '公里',
    '０',
    'E+17',
    '、',
    '时',
    '半',
    '°',
    ',',
    '.',
    '零',
    '千',
    '(',
    ')',
    '蒙K',
    '驾驶人',
    'l',
    'O',
    '\u0000',
    '🚗',
  )
  const text = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  )
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    text,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    text.map((each) => ({ kind: 'date' as const, text: each })),
  )
  const form = newCodeReader(codedFields['form']!)
  const road = newRoadReader([{ code: 'G109', name: '国道109线', aliases: [] }])
  fc.assert(
    fc.property(cell, cell, (a, b) => {
      const readings = [
        readDate(a, { now }),
        readTimeOfDay(a),
        readCount(a),
        readMoney(a, 10_000),
        readRecordNumber(a),
        form(a),
        road(a),
        readYesNo(a),
        readStakeColumns(a, b, {}),
        readCoordinate({ raw: a, lon: a, lat: b }, undefined),
        readText(a, 20),
      ]
      for (const { issues } of readings)
        for (const { message } of issues) expect(message.zh && message.en).toBeTruthy()
    }),
    { numRuns: 1500 },
  )
})
