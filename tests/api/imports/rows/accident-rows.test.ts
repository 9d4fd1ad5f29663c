import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell, ReadRecord, SheetRow } from '../../../../api/imports/import-types.ts'
import type { AccidentRowContext, AccidentValues } from '../../../../api/imports/rows/accident-record.ts'
import { newAccidentRowReader } from '../../../../api/imports/rows/accident-rows.ts'
import { mapColumns } from '../../../../api/imports/sheets/map-columns.ts'
import { readAccidentRows } from './read-rows.ts'

const context: AccidentRowContext = {
  sheet: '事故',
  roads: [
    {
      code: 'G109',
      name: '国道109线（京拉线）',
      aliases: ['京拉线'],
      upDirection: 'decreasing',
      increasingTowards: ['棋盘井'],
      decreasingTowards: ['东胜'],
    },
    { code: 'S216', name: '省道216线', aliases: [] },
  ],
  squads: [{ code: 'L03', name: '棋盘井中队', aliases: ['棋中队'] }],
  areas: [{ code: '150624102', name: '棋盘井镇', kind: 'township' }],
  crs: 'wgs84',
  now: new Date('2026-11-23T04:00:00Z'),
  procedure: 'general',
}

const complete: Readonly<Record<string, Cell>> = {
  事故编号: '1506241201800001',
  发生时间: '2018/3/5 14:30',
  路号: 'G109',
  公里数: 1046,
  米数: 200,
  事故地点: '109国道K1046+200处',
  死亡人数: 0,
  受伤人数: 2,
  '直接财产损失(元)': 3000,
  事故形态: '11',
  车辆间事故: '1',
  天气: '晴',
  照明条件: '白天',
}

type Change = Readonly<Record<string, Cell>>

function read(changes: readonly Change[], more: Partial<AccidentRowContext> = {}): ReadRecord[] {
  const titles = [...new Set([complete, ...changes].flatMap((change) => Object.keys(change)))]
  const rows = changes.map((change, index): SheetRow => {
    const row = { ...complete, ...change }
    return { number: index + 2, cells: titles.map((title) => row[title] ?? null) }
  })
  return readAccidentRows(rows, mapColumns(titles, 'accidents', [1]), { ...context, ...more })
}

function readOne(change: Change, more: Partial<AccidentRowContext> = {}) {
  const [record] = read([change], more)
  const values: AccidentValues = record!.values
  const toLook = record!.findings.filter(({ severity }) => severity !== 'note')
  return {
    record: record!,
    values,
    all: record!.findings.map(({ code }) => code),
    codes: toLook.map(({ code }) => code),
  }
}

describe('one row', () => {
  test('a clean row becomes an accident with nothing to look at', () => {
    const { values, all } = readOne({})
    expect(all).toEqual([])
    expect(values).toEqual({
      accidentNo: '1506241201800001',
      procedure: 'general',
      occurredAt: '2018-03-05T14:30:00+08:00',
      timePrecision: 'minute',
      road: 'G109',
      stake: 1_046_200,
      placeText: '109国道K1046+200处',
      killed: 0,
      injured: 2,
      lossYuan: 3000,
      form: '11',
      collision: '1',
      weather: '1',
      light: '1',
      fingerprint: '2018-03-05T14:30|G109+1046200|3000',
    })
  })

  test('a finding names its field and its column', () => {
    const { record } = readOne({ 受伤人数: '若干' })
    expect(record.findings).toEqual([
      expect.objectContaining({ field: 'injured', column: 7, severity: 'check' }),
    ])
  })

  test('a number damaged by a spreadsheet is no number, and time, place and loss stand in', () => {
    const { values, codes } = readOne({ 事故编号: 1.50624e17 })
    expect([values.accidentNo, values.fingerprint, ...codes]).toEqual([
      undefined,
      '2018-03-05T14:30|G109+1046200|3000',
      'number_precision_lost',
    ])
  })

  test('a sheet whose long numbers all end in zeros had them all damaged', () => {
    const records = read(
      Array.from({ length: 6 }, (_, index) => ({ 事故编号: `15062412018000${index}0`, 米数: index })),
    )
    expect(records.map(({ values }) => values['accidentNo'])).toEqual(
      Array.from({ length: 6 }, () => undefined),
    )
  })

  test('a text that ends in 000 among numbers that do not is kept, to be looked at', () => {
    const endings = ['998', '999', '000', '001', '002', '003']
    const records = read(
      endings.map((ending, index) => ({ 事故编号: `150624120180001${ending}`, 米数: index })),
    )
    expect(records.map(({ values }) => values['accidentNo'])).toEqual(
      endings.map((ending) => `150624120180001${ending}`),
    )
    const said = records.map(({ findings }) => findings.map(({ code }) => code))
    expect(said.map((codes) => codes.includes('number_ends_in_zeros'))).toEqual(
      endings.map((ending) => ending === '000'),
    )
  })

  test('the stake comes from its columns and is compared with the words for the place', () => {
    expect(readOne({ 米数: 700 }).codes).toEqual(['stake_differs_from_place'])
    expect(readOne({ 路号: 'S216' }).codes).toEqual(['road_differs_from_place'])
    expect(readOne({ 公里数: null, 米数: null, 桩号: 'Ｋ１０４６＋２００' }).values.stake).toBe(1_046_200)
    expect(readOne({ 公里数: null, 米数: null, 桩号: 'K1046+5' }).codes).toContain('stake_ambiguous')
  })

  test('the words for the place give road, stake and direction where no column does', () => {
    const { values, all } = readOne({
      路号: null,
      公里数: null,
      米数: null,
      事故地点: '109国道1046公里200米处，往棋盘井方向',
    })
    expect([values.road, values.stake, values.direction]).toEqual(['G109', 1_046_200, 'increasing'])
    expect(all).toEqual(expect.arrayContaining(['road_from_text', 'stake_from_place']))
  })

  test('a column for the direction goes before the words for the place', () => {
    const { values } = readOne({ 方向: '上行', 事故地点: '109国道1046公里200米处，往棋盘井方向' })
    expect(values.direction).toBe('decreasing')
  })

  test('the same words turn round beyond the place they name', () => {
    const [first, ...others] = context.roads
    const roads = [{ ...first!, placesAlong: [{ name: '棋盘井', stake: 1_050_000 }] }, ...others]
    const at = (km: number) => ({ 公里数: km, 米数: 0, 事故地点: `109国道${km}公里0米处，往棋盘井方向` })
    const directions = read([at(1040), at(1060), at(1041), at(1061)], { roads }).map(
      ({ values }) => values['direction'],
    )
    expect(directions).toEqual(['increasing', 'decreasing', 'increasing', 'decreasing'])
  })

  test('a street stays in words', () => {
    const { values, codes } = readOne({
      路号: null,
      路名: '乌兰大街',
      公里数: null,
      米数: null,
      事故地点: '乌兰大街与鄂托克路交叉口',
    })
    expect([values.road, values.roadName, values.stake, ...codes]).toEqual([undefined, '乌兰大街', undefined])
  })

  test('a stake without a road asks for the road', () => {
    expect(readOne({ 路号: null, 事故地点: '某处' }).codes).toEqual(['stake_without_road'])
  })

  test('a form of the old standard says the kind of collision as well', () => {
    const { values, all } = readOne({ 事故形态: '正面相撞', 车辆间事故: null })
    expect([values.form, values.collision, ...all]).toEqual(['11', '2', 'form_old_standard'])
  })

  test('what the rules between fields forbid is put to the clerk', () => {
    expect(readOne({ 车辆间事故: null }).codes).toEqual(['rule_broken'])
    expect(readOne({ 重伤人数: 3 }).codes).toEqual(['rule_broken'])
    expect(readOne({ 死亡人数: 1 }, { procedure: 'simple' }).codes).toEqual(['rule_broken'])
  })

  test('what no column says is told once for the sheet and not under each row', () => {
    const titles = Object.keys(complete).filter((title) => title !== '车辆间事故')
    const mapping = mapColumns(titles, 'accidents', [1])
    const reader = newAccidentRowReader(mapping, { ...context, procedure: undefined })
    const rows = [2, 3, 4].map((number) => ({
      number,
      cells: titles.map((title) => (title === '事故编号' ? `150624120180000${number}` : complete[title]!)),
    }))
    const records = [...reader.read(rows), ...reader.end()]
    const codes = records.flatMap(({ findings }) => findings.map(({ code }) => code))
    expect([records.length, codes.filter((code) => /rule_broken|procedure_assumed/.test(code))]).toEqual([
      3,
      [],
    ])
    expect(reader.unsaid().map(({ zh }) => zh)).toEqual([
      expect.stringContaining('3 起按一般程序采用'),
      expect.stringContaining('3 起车辆间事故的碰撞类型留空'),
    ])
  })

  test('a procedure that the clerk declared is held against the killed although no column says it', () => {
    const titles = Object.keys(complete)
    const cells = titles.map((title) => (title === '死亡人数' ? 1 : complete[title]!))
    const reader = newAccidentRowReader(mapColumns(titles, 'accidents', [1]), {
      ...context,
      procedure: 'simple',
    })
    const [record] = [...reader.read([{ number: 2, cells }]), ...reader.end()]
    expect(record!.findings.map(({ code }) => code)).toContain('rule_broken')
  })

  test('a kind or a day of the week that contradicts the row is put to the clerk', () => {
    expect(readOne({ 事故类型: '死亡' }).codes).toEqual(['kind_differs'])
    expect(readOne({ 星期: '星期二' }).codes).toEqual(['weekday_differs'])
    expect(readOne({ 星期: 1, 事故类型: 2 }).codes).toEqual([])
  })

  test('无 killed proposes 0 to be confirmed; a missing loss is asked for', () => {
    expect(readOne({ 死亡人数: '无' }).codes).toEqual(['count_none_as_zero'])
    const { values, codes } = readOne({ '直接财产损失(元)': null })
    expect([values.lossYuan, ...codes]).toEqual([undefined, 'amount_missing'])
  })

  test('killed within 7 days follow from those at the scene and after rescue, to be confirmed', () => {
    const { values, codes } = readOne({ 死亡人数: null, 当场死亡人数: 1, 抢救无效死亡人数: 1 })
    expect([values.killed, values.killedScene, ...codes]).toEqual([2, 1, 'killed_summed'])
  })

  test('date and time in two columns are joined', () => {
    expect(readOne({ 发生日期: '2018-3-5', 发生时间: '14时许' }).values).toMatchObject({
      occurredAt: '2018-03-05T14:00:00+08:00',
      timePrecision: 'hour',
    })
    expect(readOne({ 发生日期: 43164, 发生时间: 0.604166667 }).values.occurredAt).toBe(
      '2018-03-05T14:30:00+08:00',
    )
  })

  test('a negative number refuses the row, as does a row without time and place', () => {
    expect(readOne({ 受伤人数: -1 }).record.findings[0]?.severity).toBe('refuse')
    const nothing = { 发生时间: null, 路号: null, 公里数: null, 米数: null, 事故地点: null }
    expect(readOne(nothing).record.findings).toContainEqual(
      expect.objectContaining({ code: 'not_an_accident', severity: 'refuse' }),
    )
  })

  test('a point is in the system that was declared, and in none where nobody said', () => {
    const point = { 经度: 107.030001, 纬度: 39.380001 }
    expect(readOne(point, { crs: 'gcj02' }).values).toMatchObject({
      lon: 107.030001,
      lat: 39.380001,
      crs: 'gcj02',
    })
    const open = readOne(point, { crs: undefined })
    expect([open.values.crs, ...open.codes]).toEqual([undefined, 'crs_undeclared'])
    expect(readOne({ ...point, 坐标系: 'BD-09' }).values.crs).toBe('bd09')
  })

  test('a point that our own list derived from the stake is not taken for a second witness', () => {
    const { values } = readOne({ 桩号: 'K1046+200', 经度: 107.030001, 纬度: 39.380001, 定位: '桩号推算' })
    expect([values.locating, values.lon]).toEqual(['stake', undefined])
  })

  test('our own list is taken at its word: a blank road and stake stay blank', () => {
    const { values } = readOne({
      路号: null,
      路名: '京拉线',
      桩号: null,
      公里数: null,
      米数: null,
      定位: '未定位',
    })
    expect([values.road, values.stake, values.roadName]).toEqual([undefined, undefined, '京拉线'])
  })

  test('names, phones and plates are neither in the values nor in the kept row', () => {
    const { record, all } = readOne({
      简要案情: '驾驶人张三（13847712345）驾驶蒙K12345号车',
      当事人姓名: '张三',
      备注: '联系13847712345',
    })
    expect(JSON.stringify([record.values, record.raw])).not.toMatch(/张三|13847712345|K12345/)
    expect(all).toContain('personal_masked')
  })

  test('the squad follows from the handling unit where no column names it', () => {
    const { values, all } = readOne({ 办案单位: '鄂托克旗交管大队棋盘井中队', 所辖乡镇: '棋盘井' })
    expect([values.squad, values.township, ...all]).toEqual(['L03', '棋盘井镇', 'squad_from_unit'])
  })

  test('a file of the simple procedure has no column for the killed', () => {
    const titles = ['事故编号', '发生时间', '事故地点', '受伤人数', '财产损失', '事故形态']
    const row = { number: 2, cells: ['1506242201800001', '2018-3-5 8:00', '乌兰大街', 0, 500, '19'] }
    const [record] = readAccidentRows([row], mapColumns(titles, 'accidents', [1]), {
      ...context,
      procedure: 'simple',
    })
    expect(record?.values).toMatchObject({ procedure: 'simple', killed: 0 })
    expect(record?.findings).toEqual([])
  })
})

describe('several rows of one accident', () => {
  test('rows that repeat the accident for each party are joined, with the highest counts', () => {
    const [record, ...more] = read([
      { 驾驶人姓名: '张三' },
      { 驾驶人姓名: '李四', 受伤人数: 3 },
      { 驾驶人姓名: '王五', 天气: '雨' },
    ])
    expect(more).toEqual([])
    expect(record?.rowNumbers).toEqual([2, 3, 4])
    expect(record?.values).toMatchObject({ injured: 3, weather: '1' })
    expect(record?.findings.map(({ field, code }) => [field, code])).toEqual(
      expect.arrayContaining([
        ['injured', 'party_counts_differ'],
        ['weather', 'party_values_differ'],
        ['', 'party_rows'],
      ]),
    )
  })

  test('the same line twice is not a party, and another time under one number is another record', () => {
    expect(read([{}, {}])).toHaveLength(2)
    expect(read([{ 当事人姓名: '张三' }, { 当事人姓名: '李四' }])).toHaveLength(1)
    expect(read([{ 更新时间: '2018-3-6' }, { 更新时间: '2018-3-9', 死亡人数: 1 }])).toHaveLength(2)
    expect(read([{}, { 发生时间: '2018/3/6 14:30' }])).toHaveLength(2)
  })

  test('rows without a number are joined by time, place and loss, to be confirmed', () => {
    const [record, ...more] = read([
      { 事故编号: 1.50624e17, 当事人: '甲' },
      { 事故编号: 1.50624e17, 当事人: '乙', 天气: '阴' },
    ])
    expect(more).toEqual([])
    expect(record?.findings).toContainEqual(
      expect.objectContaining({ code: 'party_rows_unnumbered', severity: 'check' }),
    )
  })

  test('parties on both sides of a chunk are still one accident', () => {
    const mapping = mapColumns(Object.keys(complete), 'accidents', [1])
    const row = (number: number, injured: number): SheetRow => {
      return { number, cells: Object.values({ ...complete, 受伤人数: injured }) }
    }
    const reader = newAccidentRowReader(mapping, context)
    const records = [...reader.read([row(2, 1)]), ...reader.read([row(3, 2)]), ...reader.end()]
    expect(records.map(({ rowNumbers }) => rowNumbers)).toEqual([[2, 3]])
    expect(reader.roles.record).toBe(2)
  })
})

test('no row of any cells makes the reader fail, and every record is kept', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(
      'K1046+200',
      '109国道1046公里',
      '2018年3月5日',
      '无',
      '—',
      '11-碰撞',
      '3万',
      '上行',
      '蒙K12345',
      '约',
    ),
    fc.double(),
    fc.constant(null),
    fc.boolean(),
  )
  const titles = [
    ...Object.keys(complete),
    '方向',
    '路侧',
    '桩号',
    '电子坐标',
    '简要案情',
    '涉重点车辆',
    '适用程序',
  ]
  const mapping = mapColumns(titles, 'accidents', [1])
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: titles.length + 2 }), { maxLength: 5 }), (rows) => {
      const sheet = rows.map((cells, index) => ({ number: index + 2, cells }))
      const reader = newAccidentRowReader(mapping, context)
      const records = [...reader.read(sheet), ...reader.end()]
      expect(records.flatMap(({ rowNumbers }) => rowNumbers)).toHaveLength(reader.roles.record)
    }),
    { numRuns: 300 },
  )
})
