import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDecimalCoordinates } from '../../../../api/roads/coordinates/coordinate-format.ts'
import { assumptionMessages, refusalMessages } from '../../../../api/roads/coordinates/coordinate-messages.ts'
import { readCoordinates } from '../../../../api/roads/coordinates/coordinate-text.ts'
import { distanceBetween, type LonLat } from '../../../../api/roads/network/geodesy.ts'
import { formatDmCoordinates, formatDmsCoordinates, formatGaussKruger } from './written-coordinates.ts'

function read(text: string) {
  const reading = readCoordinates(text)
  if (!reading.ok) throw new Error(`${text}: ${reading.refusal}`)
  return reading.proposals
}
const first = (text: string) => read(text)[0]
const refusal = (text: string) => {
  const reading = readCoordinates(text)
  return reading.ok ? undefined : reading.refusal
}

const wulan: LonLat = [107.976, 39.09]

describe('degrees', () => {
  test.each([
    ['107.9760,39.0900'],
    ['107.9760 39.0900'],
    ['１０７．９７６０，３９．０９００'],
    ['107。9760，39。0900'],
    ['E107.9760 N39.0900'],
    ['E107.9760N39.0900'],
    ['107.9760E 39.0900N'],
    ['107.9760E39.0900N'],
    ['N39.0900, E107.9760'],
    ['东经107.9760° 北纬39.0900°'],
    ['北纬39.0900度，东经107.9760度'],
    ['经度：107.9760，纬度：39.0900'],
    ['纬度39.0900经度107.9760'],
    ['lag:107.9760 lat:39.0900'],
    ['{"lng":107.9760,"lat":39.0900}'],
    ['{"type":"Point","coordinates":[107.9760,39.0900]}'],
    ['POINT(107.9760 39.0900)'],
    ['POINT Z (107.9760 39.0900 1320.5)'],
    ['109国道1046公里200米处，107.9760，39.0900'],
    ['S313 107.9760E, 39.0900N'],
    ['http://a.cn/x?lng=107.9760&lat=39.0900&zoom=17'],
    ['http://a.cn/x?ll=39.0900%2C107.9760'],
    ['location:39.0900,107.9760'],
  ])('%s is read, and only its system is unknown', (text) => {
    expect(read(text).map(({ crs }) => crs)).toEqual(['wgs84', 'gcj02', 'bd09'])
    expect(first(text)).toMatchObject({ given: wulan, form: 'decimal', assumed: ['datum_unknown'] })
    expect(first(text).point).toEqual(wulan)
  })

  test.each([
    ['北纬39°5′24″ 东经107°58′33.6″', 'dms'],
    ['东经107度58分33.6秒，北纬39度5分24秒', 'dms'],
    [`107°58'33.6"E, 39°05'24"N`, 'dms'],
    ['E107°58’33.6” N39°05’24”', 'dms'],
    ['E 107:58:33.6 N 39:05:24.0', 'dms'],
    ['N39°05.40′ E107°58.56′', 'dm'],
    ['39°05.400 N 107°58.560 E', 'dm'],
  ])('%s is read as %s', (text, form) => {
    expect(first(text)).toMatchObject({ form, assumed: ['datum_unknown'] })
    expect(distanceBetween(first(text).point, wulan)).toBeLessThan(0.01)
  })

  test('two numbers in the other order, or under each other’s name, are exchanged and say so', () => {
    expect(first('39.0900,107.9760')).toMatchObject({ given: wulan, assumed: ['swapped', 'datum_unknown'] })
    expect(first('E39.0900 N107.9760')).toMatchObject({
      given: wulan,
      assumed: ['labels_swapped', 'datum_unknown'],
    })
    expect(first('POINT(39.0900 107.9760)').assumed).toContain('swapped')
  })

  test('a system that is named is taken at its word, one that the source implies is asked about', () => {
    expect(read('WGS84 107.9760,39.0900')).toMatchObject([{ crs: 'wgs84', assumed: [] }])
    expect(read('CGCS2000坐标：107.9760,39.0900')).toMatchObject([{ crs: 'cgcs2000', assumed: [] }])
    expect(read('高德 107.981073,39.090693')).toMatchObject([
      { crs: 'gcj02', assumed: ['datum_from_source'] },
    ])
    expect(readCoordinates('107.9760,39.0900', { crs: 'bd09' })).toMatchObject({
      proposals: [{ crs: 'bd09', assumed: [] }],
    })
    expect(read('WGS84还是BD09？107.9760,39.0900').length).toBe(3)
  })

  test.each([
    ['https://uri.amap.com/marker?position=107.981073,39.090693&name=x', 'gcj02'],
    ['https://wb.amap.com/?p=B0FFH1234,39.090693,107.981073,某收费站', 'gcj02'],
    ['https://apis.map.qq.com/uri/v1/marker?marker=coord:39.090693,107.981073;title:x', 'gcj02'],
    ['<location x="39.090693" y="107.981073" scale="16" label="x"/>', 'gcj02'],
    ['http://api.map.baidu.com/marker?location=39.096864,107.987489&title=x&output=html', 'bd09'],
    ['geo:39.090000,107.976000?z=17', 'wgs84'],
  ])('%s is a place at 乌兰镇', (text, crs) => {
    expect(read(text)).toMatchObject([{ crs, assumed: ['datum_from_source'] }])
    expect(distanceBetween(first(text).point, wulan)).toBeLessThan(0.2)
  })

  test('a link of 百度 that names another system is in that one', () => {
    const text = 'http://api.map.baidu.com/marker?location=39.090693,107.981073&coord_type=gcj02'
    expect(read(text)).toMatchObject([{ crs: 'gcj02', assumed: [] }])
  })

  test('few digits are read and called coarse', () => {
    expect(first('107.97,39.09')).toMatchObject({ assumed: ['datum_unknown', 'coarse'], precision: 1110 })
    expect(first('E107°58′ N39°05′').assumed).toContain('coarse')
  })
})

describe('metres of zone 36', () => {
  test.each([
    ['X=4328495.730 Y=36497923.603', ['projected_metres']],
    ['4328495.730,36497923.603', ['projected_metres']],
    ['X:4328495.730, Y:497923.603', ['projected_metres', 'zone_without_prefix']],
    ['X=36497923.603 Y=4328495.730', ['swapped', 'projected_metres']],
    ['497923.603 4328495.730', ['swapped', 'projected_metres', 'zone_without_prefix']],
  ])('%s', (text, assumed) => {
    expect(read(text)).toMatchObject([{ crs: 'gk36', form: 'projected', assumed }])
    expect(distanceBetween(first(text).point, wulan)).toBeLessThan(0.01)
  })

  test('metres of another zone, of an old datum or of a web map are named and refused', () => {
    expect(refusal('X=4331123.5 Y=18721456.2')).toBe('otherZone')
    expect(refusal('4331123.5 721456.2')).toBe('otherZone')
    expect(refusal('西安80坐标 X=4328495.730 Y=36497923.603')).toBe('oldDatum')
    expect(refusal('https://map.baidu.com/@12019000.5,4735000.25,15z')).toBe('webMetres')
  })
})

describe('what is no coordinate', () => {
  test.each([
    ['', 'noCoordinate'],
    ['K1046+200', 'noCoordinate'],
    ['棋盘井收费站以西', 'noCoordinate'],
    ['107.97612', 'onlyOne'],
    ['0,0', 'zero'],
    ['0.000000, 0.000000', 'zero'],
    ['116.4012,39.9123', 'outsideRegion'],
    ['W107.9760 N39.0900', 'outsideRegion'],
    ['109,38', 'tooCoarse'],
    ['E107 N39', 'tooCoarse'],
    [`39°75'10" 107°58'10"`, 'minutesTooLarge'],
    ['107.97612,39.09123；107.98112,39.09923', 'several'],
    ['https://surl.amap.com/abc12', 'shortLink'],
  ])('“%s” is refused as %s', (text, reason) => {
    expect(refusal(text)).toBe(reason)
  })

  test('the same place twice in one text is one place', () => {
    expect(first('107.9760,39.0900 (107.9760, 39.0900)').given).toEqual(wulan)
  })
})

test('every assumption and every refusal is said in both languages', () => {
  for (const message of [...Object.values(assumptionMessages), ...Object.values(refusalMessages)]) {
    expect(message.zh).toMatch(/[一-龥]/)
    expect(message.en).toMatch(/^[A-Z][^一-龥]+\.$/)
  }
})

const places = fc.tuple(
  fc.double({ min: 106.6, max: 109, noNaN: true }),
  fc.double({ min: 38.2, max: 40.3, noNaN: true }),
)

describe('what is written is read back', () => {
  test.each([
    ['decimal', formatDecimalCoordinates],
    ['dms', formatDmsCoordinates],
    ['dm', formatDmCoordinates],
    ['projected', formatGaussKruger],
  ] as const)('in %s form', (form, format) => {
    fc.assert(
      fc.property(places, (place) => {
        const written = format(place)
        const found = first(written)
        expect(found.form === form || found.form === 'decimal').toBe(true)
        expect(format(found.point)).toBe(written)
        expect(distanceBetween(found.point, place)).toBeLessThan(0.02)
      }),
    )
  })
})

test('no text whatever makes it fail', { timeout: 30_000 }, () => {
  const pieces = fc.constantFrom(
    ...'0123456789.,°′″\'"EWNSxyXY度分秒-+=:;%#&?经纬 36'.split(''),
    '107',
    '39',
    '%4',
    '%C3',
    'POINT(',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const reading = readCoordinates(text)
      const proposals = reading.ok ? reading.proposals : []
      for (const { point } of proposals) expect(point.every(Number.isFinite)).toBe(true)
      if (!reading.ok) expect(refusalMessages[reading.refusal]).toBeDefined()
    }),
    { numRuns: 2000 },
  )
})

test('a long text takes no longer than a blink', () => {
  const text = '1.'.repeat(500) + '°1'.repeat(500)
  const started = performance.now()
  for (let i = 0; i < 10; i++) readCoordinates(text)
  expect(performance.now() - started).toBeLessThan(4000)
})
