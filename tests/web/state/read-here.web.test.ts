import { describe, expect, test } from 'vitest'
import { KnownRoads } from '../../../web/src/state/known-roads.svelte.ts'
import { readHere } from '../../../web/src/state/read-here.ts'
import { wordsIn } from '../../../web/src/text/words.ts'

const roads = new KnownRoads(() => undefined)
const reader = { roads, language: 'zh' as const, words: wordsIn('zh') }
const read = (text: string) => readHere(reader, text)
const labels = (text: string) => read(text).items.map(({ label }) => label)

describe('what a device reads by itself, without a signal', () => {
  test.each([
    ['109 1046.2', 'G109 K1046+200'],
    ['109国道1046公里加200米', 'G109 K1046+200'],
    ['G109 K1046+200', 'G109 K1046+200'],
    ['察敖一级 12.3', '察敖一级公路 K12+300'],
  ])('%s is one certain stake', (text, label) => {
    const [first] = read(text).items
    expect(first).toMatchObject({ kind: 'stake', label, isCertain: true })
    expect(first!.point).toBeDefined()
  })

  test('a range is found as a range', () => {
    expect(read('G109 K1046+200至K1047+900').items[0]).toMatchObject({ stake: 1_046_200, toStake: 1_047_900 })
  })

  test('kilometres without a road are a choice among every road that has them, none of them certain', () => {
    const found = read('30公里').items.filter(({ kind }) => kind === 'stake')
    expect(new Set(found.map(({ road }) => road))).toEqual(new Set(['S216', 'CAYJ']))
    expect(found.some(({ isCertain }) => isCertain)).toBe(false)
  })

  test('another reading that is as likely is offered beside the first', () => {
    const stakes = read('G109 K1023+5').items.filter(({ kind }) => kind === 'stake')
    expect(stakes.map(({ stake }) => stake)).toEqual([1_023_005, 1_023_500])
    expect(stakes.every(({ notes }) => notes!.length > 0)).toBe(true)
  })

  test('a stake that no road has is refused in words', () => {
    expect(read('G109 K2000+100')).toMatchObject({ refusal: expect.stringContaining('K2000+100') })
    expect(labels('G109 K2000+100').some((label) => label.includes('K2000'))).toBe(false)
  })

  test('a short bare number is left to the service: it may be a road or a part of a number', () => {
    expect(read('12').items.filter(({ kind }) => kind === 'stake')).toEqual([])
  })

  test('coordinates of unknown datum are offered in every system that phones and maps write', () => {
    const found = read('107.4708,39.2488').items.filter(({ kind }) => kind === 'coordinate')
    expect(found.map(({ given }) => given!.crs)).toEqual(['wgs84', 'gcj02', 'bd09'])
    expect(found.every(({ notes }) => notes!.some((note) => note.includes('坐标系')))).toBe(true)
  })

  test('beside a named road the system that lies on it goes first', () => {
    const [lon, lat] = [107.470_3, 39.248_6]
    const found = readHere(reader, `${lon},${lat}`, { road: 'G109', stake: 1_046_200 }).items
    expect(found[0]).toMatchObject({ kind: 'coordinate', fits: true })
    expect(found[0]!.given!.crs).toBe('gcj02')
  })

  test.each(['', '   ', '%', '\\', '棋盘井', '〔2026〕0012', 'K', '😀'.repeat(50)])(
    '%j throws nothing',
    (text) => {
      expect(() => read(text)).not.toThrow()
    },
  )
})
