import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layerGroups, recordKinds } from '../../../web/src/map/map-types.ts'
import { partFields } from '../../../web/src/state/accident-part.ts'
import { severities } from '../../../api/accidents/severity.ts'
import {
  calibres,
  heatBandwidths,
  formatUrlState,
  initialUrlState,
  panels,
  parseUrlState,
  periodKinds,
  tasks,
  textScales,
  type UrlState,
} from '../../../web/src/state/url-state.ts'

const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null })
const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10))
const decimals = (limit: number, count: number) =>
  fc.double({ min: -limit, max: limit, noNaN: true }).map((value) => Number(value.toFixed(count)) + 0)

const roadCode = fc.constantFrom('G109', 'CAYJ', 'L0001', '苏里格气田路')
const stakeId = fc.oneof(
  fc.tuple(roadCode, fc.nat(1_200_000)).map(([road, stake]) => `${road}:${stake}`),
  fc.tuple(roadCode, fc.nat(9_999), fc.nat(9_999)).map(([road, from, to]) => `${road}:${from}-${to}`),
)

const anyState: fc.Arbitrary<UrlState> = fc.record({
  panel: orNull(fc.constantFrom(...panels)),
  importId: orNull(fc.uuid()),
  listId: orNull(fc.uuid()),
  strip: orNull(
    fc.record({
      road: roadCode,
      range: orNull(
        fc.tuple(fc.nat(999_999), fc.integer({ min: 1, max: 100_000 })).map(([from, length]) => ({
          from,
          to: from + length,
        })),
      ),
    }),
  ),
  task: orNull(fc.constantFrom(...tasks)),
  selection: orNull(
    fc.oneof(
      fc.record({ kind: fc.constantFrom(...recordKinds), id: fc.uuid() }),
      fc.record({ kind: fc.constant('stake' as const), id: stakeId }),
      fc.record({ kind: fc.constant('point' as const), id: fc.constant('107.464780,39.247940') }),
      fc.record({ kind: fc.constant('road' as const), id: roadCode }),
    ),
  ),
  act: orNull(fc.constantFrom('approve', 'grantExtension')),
  camera: orNull(
    fc.record({
      lon: decimals(180, 5),
      lat: decimals(85, 5),
      zoom: decimals(22, 2).map(Math.abs),
    }),
  ),
  period: orNull(fc.constantFrom(...periodKinds)),
  from: orNull(date),
  to: orNull(date),
  calibre: fc.constantFrom(...calibres),
  road: orNull(fc.constantFrom('G109', 'G110', 'S216', 'S313', 'CAYJ')),
  severity: fc.subarray([...severities]),
  part: orNull(
    fc.record({ field: fc.constantFrom(...partFields), key: fc.constantFrom('21', 'L03', '棋盘井镇', '07') }),
  ),
  preset: fc.constantFrom('P0', 'P1a', 'P6b', 'P8'),
  weights: orNull(fc.constantFrom('etan', 'equal')),
  run: orNull(fc.uuid()),
  hiddenLayers: fc.subarray([...layerGroups]),
  heat: orNull(fc.constantFrom(...heatBandwidths)),
  language: orNull(fc.constantFrom('zh', 'en')),
  theme: orNull(fc.constantFrom('light', 'dark')),
  textScale: orNull(fc.constantFrom(...textScales)),
})

/** A file and a road drawn straight are named only while their screens are open, an act only of what is selected. */
const urlState = anyState.map((state): UrlState => ({
  ...state,
  importId: state.panel === 'imports' ? state.importId : null,
  listId: state.panel === 'lists' ? state.listId : null,
  strip: state.panel === 'strip' ? state.strip : null,
  act: state.selection && state.act,
}))

describe('the address of a view', () => {
  test('brings back every view it was made from', () => {
    fc.assert(
      fc.property(urlState, (state) => {
        expect(parseUrlState(formatUrlState(state))).toEqual(state)
      }),
    )
  })

  test('of the first view is bare', () => {
    expect(formatUrlState(initialUrlState)).toBe('')
    expect(parseUrlState('')).toEqual(initialUrlState)
  })

  test('never throws, whatever was typed into it', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseUrlState(`?${text}`)))
  })

  test.each([
    ['a day that does not exist', 'from=2025-02-30', 'from'],
    ['a camera over no place', 'map=7/95/107', 'camera'],
    ['half a camera', 'map=7/39', 'camera'],
    ['an unknown panel', 'panel=accountancy', 'panel'],
    ['a text size nobody offers', 'text=3', 'textScale'],
    ['a selection without an id', 'select=hazard:', 'selection'],
  ] as const)('leaves out %s', (_, search, key) => {
    expect(parseUrlState(`?${search}`)[key]).toBeNull()
  })

  test('stays readable', () => {
    const state = {
      ...initialUrlState,
      camera: { zoom: 10, lat: 39.1, lon: 107.98 },
      severity: ['fatal', 'injury'] as const,
    }
    expect(formatUrlState(state)).toBe('?map=10/39.1/107.98&severity=fatal,injury')
  })
})
