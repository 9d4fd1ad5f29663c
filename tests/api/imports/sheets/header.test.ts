import { describe, expect, test } from 'vitest'
import { accidentColumns } from '../../../../api/accidents/accident-view.ts'
import type { Cell, SheetRow } from '../../../../api/imports/import-types.ts'
import { newRowSorter } from '../../../../api/imports/sheets/body-rows.ts'
import { findHeader, flattenTitles } from '../../../../api/imports/sheets/find-header.ts'
import { mapColumns, withFields } from '../../../../api/imports/sheets/map-columns.ts'
import { readTitle } from '../../../../api/imports/sheets/read-title.ts'
import { shapeOf } from '../../../../api/imports/sheets/sheet-shape.ts'

const rowsOf = (...rows: readonly (readonly Cell[])[]): SheetRow[] =>
  rows.map((cells, index) => ({ number: index + 1, cells }))
const fieldsOf = (...titles: readonly string[]) => mapColumns(titles, 'accidents').fields

describe('finding the header', () => {
  const plain = ['事故编号', '发生时间', '事故地点', '死亡人数', '受伤人数']

  test('title rows and blank rows above the header are passed over', () => {
    const found = findHeader(
      rowsOf(['2018年事故统计表', null], [], ['单位：鄂托克旗', null, '日期：3月'], plain),
      'accidents',
    )
    expect(found?.headerRows).toEqual([4])
    expect(found?.fields).toEqual(['accidentNo', 'occurredAt', 'placeText', 'killed', 'injured'])
  })

  test('a merged two-level header is flattened into parent and child', () => {
    const found = findHeader(
      rowsOf(
        ['一般程序事故', null, null, null, null, null],
        ['事故编号', '发生时间', '事故地点', '死亡', null, null, '受伤'],
        [null, null, null, '当场', '7日', '30日', null],
        ['1506', '2018-3-5', '某处', 0, 1, 1, 0],
      ),
      'accidents',
    )
    expect(found?.headerRows).toEqual([2, 3])
    expect(found?.titles.slice(3)).toEqual(['死亡/当场', '死亡/7日', '死亡/30日', '受伤'])
    expect(found?.fields.slice(3)).toEqual(['killedScene', 'killed', 'killed30d', 'injured'])
  })

  test('a group title above a full row of titles does not hide them', () => {
    const found = findHeader(
      rowsOf(
        ['基本情况', null, null, '伤亡', null],
        ['事故编号', '发生时间', '事故地点', '死亡人数', '受伤人数'],
      ),
      'accidents',
    )
    expect(found?.fields).toEqual(['accidentNo', 'occurredAt', 'placeText', 'killed', 'injured'])
  })

  test('the first row of data is not taken for the lower half of a header', () => {
    const found = findHeader(
      rowsOf([...plain, null], ['一', '昨天', '某处', '无', '无', '备注']),
      'accidents',
    )
    expect(found?.headerRows).toEqual([1])
  })

  test('three known titles are no header', () => {
    expect(findHeader(rowsOf(['事故编号', '发生时间', '事故地点', '甲', '乙']), 'accidents')).toBeUndefined()
  })

  test('a parent speaks only for the blanks that follow it', () => {
    expect(flattenTitles(['编号', '死亡', '', '受伤'], ['', '当场', '7日', ''])).toEqual([
      '编号',
      '死亡/当场',
      '死亡/7日',
      '受伤',
    ])
  })
})

describe('mapping titles to fields', () => {
  test('blanks, line breaks, stars, full-width letters and units in brackets do not matter', () => {
    expect(fieldsOf('* 事故 编号', '发生\n时间', 'ＳＧＤＤ', '受伤人数（人）')).toEqual([
      'accidentNo',
      'occurredAt',
      'placeText',
      'injured',
    ])
  })

  test('the unit in the title is remembered', () => {
    const { fields, factors } = mapColumns(['财损(万元)', '事故编号'], 'accidents')
    expect([fields[0], factors[0], factors[1]]).toEqual(['lossYuan', 10_000, null])
    expect(readTitle('直接财产损失（元）')).toEqual({ key: '直接财产损失', factor: 1 })
    expect(readTitle('财产损失/万元').factor).toBe(10_000)
  })

  test.each([
    ['SGBH', 'accidentNo'],
    ['统计事故编号', 'statNo'],
    ['里程桩号', 'stake'],
    ['GLS', 'km'],
    ['7日内死亡人数', 'killed'],
    ['抢救无效死亡人数', 'killedRescue'],
    ['lag', 'lon'],
    ['电子坐标', 'rawCoordinate'],
    ['道路线型', 'alignment'],
    ['事故认定原因分类', 'causeClass'],
    ['所辖乡镇', 'township'],
    ['本次事故发生时间', 'occurredAt'],
  ])('%s is %s', (title, field) => {
    expect(fieldsOf(title)).toEqual([field])
  })

  test('of two columns for one field the surer title is taken and the other is said', () => {
    const mapped = mapColumns(['死亡人数', '7日内死亡人数'], 'accidents')
    expect(mapped.fields).toEqual([null, 'killed'])
    expect(mapped.notes.filter(({ code }) => code === 'column_twice').map(({ column }) => column)).toEqual([
      0,
    ])
  })

  test('a column about persons is never mapped', () => {
    const mapped = mapColumns(['驾驶人姓名', '身份证号', '号牌号码', '联系电话'], 'accidents')
    expect(mapped.fields).toEqual([null, null, null, null])
    expect(mapped.notes.filter(({ code }) => code === 'personal_column')).toHaveLength(4)
  })

  test('an unknown column and a missing needed one are both said', () => {
    const codes = mapColumns(['事故编号', '心情'], 'accidents').notes.map(({ code, column, field }) => [
      code,
      column ?? field,
    ])
    expect(codes).toContainEqual(['column_unknown', 1])
    expect(codes).toContainEqual(['column_missing', 'occurredAt'])
  })

  test('a date without a time, and a stake without words, are enough for time and place', () => {
    const { notes } = mapColumns(['事故编号', '事故日期', '桩号'], 'accidents')
    const missing = notes.filter(({ code }) => code === 'column_missing').map(({ field }) => field)
    expect(missing).toEqual(['killed', 'injured', 'lossYuan', 'form'])
  })

  test('every column of our own list comes back, but for those that are not of the record', () => {
    const titles = accidentColumns.map(({ header }) => header)
    const { fields } = mapColumns(titles, 'accidents')
    expect(titles.filter((_, column) => fields[column] === null)).toEqual(['数据性质'])
  })

  test('a mapping set by hand keeps the units of its titles', () => {
    const mapping = withFields(mapColumns(['事故编号', '金额(万元)'], 'accidents'), [
      'accidentNo',
      'lossYuan',
    ])
    expect(mapping.factors).toEqual([null, 10_000])
  })

  test('the shape of a sheet does not change with blanks, but with the order of its columns', () => {
    expect(shapeOf(['事故 编号', '时间', ''])).toBe(shapeOf(['事故编号*', '时间']))
    expect(shapeOf(['时间', '事故编号'])).not.toBe(shapeOf(['事故编号', '时间']))
    expect(shapeOf(['财损(万元)'])).not.toBe(shapeOf(['财损(元)']))
  })
})

describe('what the rows below a header are', () => {
  const mapping = mapColumns(['事故编号', '发生时间', '事故地点', '死亡人数'], 'accidents', [1])
  const rolesOf = (...rows: readonly (readonly Cell[])[]) => {
    const roleOf = newRowSorter(mapping)
    return rows.map((cells, index) => roleOf({ number: index + 2, cells }))
  }
  const data = ['15062418', '2018-3-5', '某处', 0]

  test('blank rows and headers repeated on each page are skipped', () => {
    expect(rolesOf(data, [null, ' ', '　'], ['事故编号', '发生时间', '事故地点', '死亡人数'], data)).toEqual([
      'record',
      'blank',
      'header',
      'record',
    ])
  })

  test.each([['合计'], ['总 计'], ['合计 194 起'], ['填报人：'], ['审核：'], ['注：含简易程序']])(
    'reading stops at %s',
    (word) => {
      expect(rolesOf(data, [word, null, null, 3], data)).toEqual(['record', 'end', 'afterEnd'])
    },
  )

  test('小计 is skipped and a total behind a blank first column is seen', () => {
    expect(rolesOf(['小计', null, null, 2], data, [null, '合计', null, 2])).toEqual([
      'subtotal',
      'record',
      'end',
    ])
  })

  test('a new block with its own header below the total is read', () => {
    expect(
      rolesOf(data, ['合计', null, null, 3], ['事故编号', '发生时间', '事故地点', '死亡人数'], data),
    ).toEqual(['record', 'end', 'header', 'record'])
  })
})
