import { describe, expect, test } from 'vitest'
import { bestMatch, matchQuality, rankHits, type HitKind } from '../../../api/search/search-ranking.ts'
import {
  accidentNumberQuery,
  endOfPrefix,
  escapeLike,
  normaliseQuery,
  numberQuery,
} from '../../../api/search/search-text.ts'
import { roadOfMissedStake, searchStakes } from '../../../api/search/search-stakes.ts'
import { bannerNetwork } from '../roads/network/banner-network.ts'

const hit = (kind: HitKind, score: number) => ({ kind, score })

describe('the order of what was found', () => {
  test('a whole name goes before its beginning, that before its middle', () => {
    expect(matchQuality('棋盘井镇', '棋盘井镇')).toBe(1)
    expect(matchQuality('棋盘井', '棋盘井镇')).toBe(0.85)
    expect(matchQuality('盘井', '棋盘井镇')).toBe(0.65)
    expect(matchQuality('蒙西', '棋盘井镇')).toBe(0)
    expect(matchQuality('', '棋盘井镇')).toBe(0)
    expect(bestMatch('棋盘井', ['棋盘井镇', '棋盘井'])).toBe(1)
    expect(bestMatch('棋盘井', [])).toBe(0)
  })

  test('best first, and among equals a stake before a record', () => {
    const found = [hit('accident', 0.8), hit('stake', 0.8), hit('place', 0.95)]
    expect(rankHits(found, 10).map(({ kind }) => kind)).toEqual(['place', 'stake', 'accident'])
  })

  test('a hundred hazards leave room for the one place that was meant', () => {
    const found = [...Array.from({ length: 100 }, () => hit('hazard', 0.7)), hit('place', 0.6)]
    const ranked = rankHits(found, 9)
    expect(ranked).toHaveLength(9)
    expect(ranked.at(-1)).toEqual(hit('place', 0.6))
  })

  test('a kind that is alone fills the list', () => {
    expect(
      rankHits(
        Array.from({ length: 20 }, () => hit('accident', 0.8)),
        12,
      ),
    ).toHaveLength(12)
  })
})

describe('what was typed', () => {
  test('is compared in one form, half-width and upper case', () => {
    expect(normaliseQuery('  ｇ１０９　k1046＋200 ')).toBe('G109 K1046+200')
  })

  test('may hold the signs of a pattern without being one', () => {
    expect(escapeLike('50%_\\')).toBe('50\\%\\_\\\\')
  })

  test.each([
    ['鄂交隐〔2026〕0012', { printed: '鄂交隐20260012', technical: '鄂交隐20260012' }],
    ['YH-150624-2026-0012', { printed: 'YH-150624-2026-0012', technical: 'YH-150624-2026-0012' }],
    ['0012', { printed: '0012' }],
    ['20260012', { printed: '20260012', technical: '20260012' }],
    ['12', {}],
    ['棋盘井', {}],
  ])('%s is looked for among the numbers of hazards as %o', (query, wanted) => {
    expect(numberQuery(query)).toEqual(wanted)
  })

  test('is an accident number from four digits on', () => {
    expect(accidentNumberQuery('1506')).toBe('1506')
    expect(accidentNumberQuery('150')).toBeUndefined()
    expect(accidentNumberQuery('ABCDE')).toBeUndefined()
    expect(accidentNumberQuery('K1046+200')).toBeUndefined()
    expect(accidentNumberQuery('1'.repeat(19))).toBeUndefined()
  })

  test('a prefix ends before the next one', () => {
    expect(endOfPrefix('1506')).toBe('1507')
    expect('15069999' < endOfPrefix('1506')).toBe(true)
    expect('15070000' < endOfPrefix('1506')).toBe(false)
    expect('Z9' < endOfPrefix('Z')).toBe(true)
  })
})

const roads = [
  { code: 'G109', name: '国道109线（京拉线）', aliases: ['109国道', '京拉线'] },
  { code: 'G110', name: '国道110线（京银线）', aliases: ['110国道'] },
  { code: 'S216', name: '省道216线（察靖线）', aliases: [] },
  { code: 'S313', name: '省道313线（府深线）', aliases: [] },
  { code: 'CAYJ', name: '察敖一级公路', aliases: [] },
]
const stakes = (text: string) => searchStakes(text, bannerNetwork, roads)

describe('a stake', () => {
  test.each(['109 1046.2', 'G109 K1046+200', '109国道1046公里200米', '在国道109线1046公里200米处'])(
    '%s is one place on G109',
    (text) => {
      expect(stakes(text)).toMatchObject([
        { kind: 'stake', label: 'G109 K1046+200', road: 'G109', stake: 1_046_200, score: 1 },
      ])
    },
  )

  test('without its road is offered on every road that has it', () => {
    expect(stakes('21公里').map(({ road }) => road)).toEqual(['S216', 'CAYJ'])
    expect(stakes('1046公里').map(({ label }) => label)).toEqual(['G109 K1046+000'])
  })

  test('as a bare number is a guess and ranks as one', () => {
    const [found] = stakes('1046')
    expect(found).toMatchObject({ label: 'G109 K1046+000', score: 0.5 })
    expect(found!.warnings).toContain('unitless')
  })

  test('of a stretch has its bounds, whichever end was named first', () => {
    const [found] = stakes('G109 K1047+900-K1046+200')
    expect(found).toMatchObject({ label: 'G109 K1046+200—K1047+900', stake: 1_046_200, toStake: 1_047_900 })
    const [west, south, east, north] = found!.bounds!
    expect(east! - west!).toBeGreaterThan(0.01)
    expect(north! - south!).toBeGreaterThan(0)
  })

  test('that its road does not have is no place, and the road is told', () => {
    expect(stakes('G109 K1200')).toEqual([])
    expect(roadOfMissedStake('G109 K1200', bannerNetwork, roads)).toBe('G109')
    expect(roadOfMissedStake('G109 K1046+1500', bannerNetwork, roads)).toBe('G109')
    expect(roadOfMissedStake('G109 K1046+200', bannerNetwork, roads)).toBeUndefined()
    expect(roadOfMissedStake('109国道', bannerNetwork, roads)).toBeUndefined()
  })
})
