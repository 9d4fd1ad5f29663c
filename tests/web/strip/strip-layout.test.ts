import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { densityPath, densityPieces } from '../../../web/src/strip/density-curve.ts'
import { drawnMarks, groupMarks, neededLanes } from '../../../web/src/strip/mark-groups.ts'
import { flowLegend, planSheets, sheet } from '../../../web/src/strip/sheet-layout.ts'
import { stripAxis } from '../../../web/src/strip/strip-axis.ts'
import type { Mark } from '../../../web/src/strip/strip-marks.ts'
import { stripTracks, symbolSize } from '../../../web/src/strip/strip-tracks.ts'
import { fittedView, pannedView, stripRows, zoomedView } from '../../../web/src/strip/strip-view.ts'

const axis = stripAxis({ fromStake: 930_000, toStake: 1_105_000, chainBreaks: [] })!
const mark = (id: string, from: number, more: Partial<Mark> = {}): Mark => ({
  ...{ id, from, to: from, track: 'accident', heading: 'both', weight: 0, label: '', place: '' },
  selection: { kind: 'accident', id },
  symbol: 'accident:injury',
  ...more,
})
const scale = { view: axis, left: 50, width: 1000 }
const places = fc.array(fc.integer({ min: 930_000, max: 1_105_000 }), { maxLength: 120 })
const marksAt = (stakes: readonly number[]) => stakes.map((stake, i) => mark(`a${i}`, stake))

describe('symbols along the axis', () => {
  test('none is left out: the groups hold every mark of the view exactly once', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 4 }), (stakes, lanes) => {
        const groups = groupMarks(drawnMarks(marksAt(stakes), scale, axis), lanes, 13)
        const ids = groups.flatMap(({ members }) => members.map((each) => each.mark.id))
        expect(ids.sort()).toEqual(
          marksAt(stakes)
            .map(({ id }) => id)
            .sort(),
        )
      }),
    )
  })

  test('two in one lane never cover each other', () => {
    fc.assert(
      fc.property(places, (stakes) => {
        const groups = groupMarks(drawnMarks(marksAt(stakes), scale, axis), 3, 13)
        for (const lane of [0, 1, 2]) {
          const xs = groups.filter((group) => group.lane === lane).map(({ x }) => x)
          for (const [i, x] of xs.slice(1).entries())
            expect(x - xs[i]!).toBeGreaterThanOrEqual(symbolSize(13) * 0.94 - 1e-9)
        }
      }),
    )
  })

  test('the gravest of a group stands for it', () => {
    const marks = [mark('slight', 1_046_200), mark('grave', 1_046_210, { weight: 1000 })]
    const [only] = groupMarks(drawnMarks(marks, scale, axis), 1, 13)
    expect(only).toMatchObject({ foremost: { mark: { id: 'grave' } }, members: { length: 2 } })
  })

  test('a track is as high as its fullest view needs, and no higher than allowed', () => {
    const marks = marksAt([1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000])
    const question = { axis, marks, textSize: 13, scales: [scale], tracks: [{ kind: 'accident' as const }] }
    const most = { accident: 4, facility: 2, other: 2 }
    expect(neededLanes({ ...question, most }).get('accident')).toBe(4)
    expect(neededLanes({ ...question, most, marks: marks.slice(0, 1) }).get('accident')).toBe(1)
  })
})

describe('the tracks', () => {
  const has = { squad: true, township: false, hotspot: true, density: false }
  const kinds = (question: Omit<Parameters<typeof stripTracks>[0], 'has' | 'sharesFacilities'>) =>
    stripTracks({ ...question, has, sharesFacilities: false }).map(
      ({ kind, heading }) => kind + (heading ? `:${heading}` : ''),
    )

  test('take no room for what the road has not', () => {
    const marks = [mark('h', 1, { track: 'hazard' }), mark('l', 1, { track: 'lamp' })]
    expect(kinds({ marks, isDivided: false })).toEqual([
      'squad',
      'hotspot',
      'accident',
      'axis',
      'hazard',
      'lamp',
    ])
  })

  test('of a divided road stand on the side of their direction, and no mark is without one', () => {
    const marks = [
      mark('a', 1, { heading: 'increasing' }),
      mark('b', 1, { heading: 'decreasing' }),
      mark('c', 1, { heading: 'both', track: 'hazard' }),
      mark('d', 1, { heading: 'increasing', track: 'sign' }),
    ]
    expect(kinds({ marks, isDivided: true })).toEqual([
      ...['squad', 'hotspot', 'sign:increasing', 'accident:increasing', 'axis'],
      ...['accident:decreasing', 'hazard:both'],
    ])
  })
})

describe('the view', () => {
  test('stays inside the road however it is moved and zoomed', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 2_000_000 }), fc.integer({ min: 1, max: 400_000 }))
    fc.assert(
      fc.property(
        span,
        fc.double({ min: 0.05, max: 20, noNaN: true }),
        fc.integer(),
        ([from, long], factor, by) => {
          const view = fittedView(axis, { from, to: from + long })
          for (const next of [
            view,
            pannedView(axis, view, by),
            zoomedView(axis, view, { factor, at: from }),
          ]) {
            expect(next.from).toBeGreaterThanOrEqual(axis.from - 1e-6)
            expect(next.to).toBeLessThanOrEqual(axis.to + 1e-6)
            expect(next.to - next.from).toBeGreaterThanOrEqual(499.999)
          }
        },
      ),
    )
  })

  test('zooming keeps what lies under the finger', () => {
    const view = { from: 1_000_000, to: 1_040_000 }
    expect(zoomedView(axis, view, { factor: 0.5, at: 1_010_000 })).toEqual({ from: 1_005_000, to: 1_025_000 })
  })
})

describe('on paper', () => {
  test('the rows cover the range without a gap, at one scale, in whole kilometres', () => {
    const rows = stripRows(axis, 24_000)
    expect(rows).toHaveLength(7)
    expect(rows[0]!.from).toBe(930_000)
    expect(rows[6]!.to).toBeGreaterThanOrEqual(1_105_000)
    for (const [i, row] of rows.slice(1).entries()) expect(row.from).toBe(rows[i]!.to)
    expect(new Set(rows.map(({ from, to }) => to - from))).toEqual(new Set([25_000]))
  })

  test('as many strokes as accidents: one where two rows meet is drawn once', () => {
    const marks = marksAt([930_000, 955_000, 955_000, 979_999, 1_105_000])
    const rows = stripRows(axis, 24_000)
    const drawn = rows.flatMap((view) => drawnMarks(marks, { ...scale, view }, axis))
    expect(drawn.map((each) => each.mark.id)).toEqual(marks.map(({ id }) => id))
  })

  test('every row has a place on a sheet, and none reaches into the legend', () => {
    const marks = marksAt([940_000, 1_046_200, 1_046_300, 1_046_400])
    const has = { squad: true, township: true, hotspot: true, density: true }
    const paperTracks = stripTracks({ marks, isDivided: false, has, sharesFacilities: true })
    const plan = planSheets({
      content: { axis, marks, paperTracks, axisEms: 3.8 },
      range: axis,
      legendHeight: 60,
      nameEms: 4,
    })
    expect(plan.sheets.flat()).toHaveLength(7)
    expect(plan.sheets[0]!.length).toBeGreaterThan(1)
    for (const { y } of plan.sheets.flat()) expect(y + plan.rowHeight).toBeLessThanOrEqual(sheet.height - 60)
  })

  test('the legend breaks into lines and keeps every entry inside the page', () => {
    const entries = Array.from({ length: 30 }, (_, i) => ({ symbol: String(i), label: '太阳能爆闪警示灯' }))
    const { entries: placed, height } = flowLegend(entries, { width: 1000, size: 11 })
    expect(placed).toHaveLength(30)
    expect(Math.max(...placed.map(({ x }) => x))).toBeLessThan(1000 - 8 * 11)
    expect(height).toBeGreaterThan(3 * 11)
  })
})

describe('the density curve', () => {
  const room = { scale, base: 100, height: 50, highest: 8 }
  const lixels = Array.from({ length: 3500 }, (_, i) => ({
    ...{ fromStake: 930_000 + i * 50, toStake: 930_050 + i * 50, density: i === 2330 ? 8 : 1 },
  }))

  test('keeps a peak that is thinner than a unit of the drawing', () => {
    const path = densityPath(densityPieces(axis, lixels), room)
    expect(path).toContain(' 50.0')
  })

  test('goes on behind a long chain where stakes repeat', () => {
    const broken = stripAxis({ fromStake: 0, toStake: 300, chainBreaks: [{ atStake: 200, jump: -100 }] })!
    const pieces = [
      [0, 100],
      [100, 200],
      [100, 200],
      [200, 300],
    ].map(([fromStake, toStake]) => ({
      ...{ fromStake: fromStake!, toStake: toStake!, density: 1 },
    }))
    const placed = densityPieces(broken, pieces).map(({ from, to }) => [from, to])
    expect(placed).toEqual([
      [0, 100],
      [100, 200],
      [200, 300],
      [300, 400],
    ])
  })

  test('is nothing where nothing is known', () => {
    expect(densityPath([], room)).toBe('')
  })
})
