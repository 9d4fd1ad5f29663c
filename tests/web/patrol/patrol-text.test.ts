import { describe, expect, test } from 'vitest'
import type { Patrol, PatrolStop } from '../../../web/src/api/api-types.ts'
import { kilometres, nextStop } from '../../../web/src/patrol/patrol-progress.ts'
import { patrolText } from '../../../web/src/patrol/patrol-text.ts'
import { keepTicks, readTicks } from '../../../web/src/patrol/patrol-ticks.ts'
import { wordsIn } from '../../../web/src/text/words.ts'

const stop = (
  id: string,
  sinceStart: number,
  sinceLast: number,
  more: Partial<PatrolStop> = {},
): PatrolStop => ({
  ...{ id, kind: 'hazard', number: '鄂交隐〔2026〕0008', title: '棋盘井镇运煤专线平交口', road: 'G109' },
  ...{
    roadName: '京拉线',
    fromStake: 1_046_200,
    toStake: 1_046_200,
    stakeText: 'K1046+200',
    direction: 'both',
  },
  ...{
    side: null,
    placeText: '',
    township: null,
    squad: 'L03',
    look: 'checkRemedy',
    urgency: 'plain',
    due: null,
  },
  ...{ overdueDays: 0, status: 40, level: 3, control: null, facilityKind: null, facilityState: null },
  ...{ accidents: null, point: [107.4, 39.2], sinceStart, sinceLast },
  ...more,
})

const patrol: Patrol = {
  ...{
    on: '2026-11-28',
    direction: 'increasing',
    squad: 'L03',
    squadName: '棋盘井中队',
    hotspotRun: null,
    demo: true,
  },
  roads: [
    {
      ...{
        road: 'G109',
        roadName: '京拉线',
        divided: false,
        isSketch: false,
        towards: '棋盘井',
        otherSide: 0,
      },
      ...{ fromStake: 1_040_000, toStake: 1_105_000, total: 12_400 },
      stops: [
        stop('a', 6200, 6200, { overdueDays: 12, urgency: 'overdue' }),
        stop('b', 12_400, 6200, {
          ...{ kind: 'facility', title: '爆闪灯4盏', facilityKind: 'solar_strobe', look: 'inspect' },
          stakeText: 'K1052+400',
        }),
      ],
    },
  ],
  offRoad: [{ township: '棋盘井镇', stops: [stop('c', 0, 0, { title: '十字路口', roadName: '气田路' })] }],
}

describe('a patrol on the phone', () => {
  test('the next stop is the first one not seen, as far on as the road is from the one before', () => {
    expect(nextStop(patrol, [])).toMatchObject({ stop: { id: 'a' }, onward: 6200 })
    expect(nextStop(patrol, ['a'])).toMatchObject({ stop: { id: 'b' }, onward: 6200 })
    expect(nextStop(patrol, ['a', 'b'])).toBeUndefined()
  })

  test('metres become kilometres that still say something when they are few', () => {
    expect([0, 230, 999, 1000, 12_449].map(kilometres)).toEqual(['0.00', '0.23', '1.00', '1.0', '12.4'])
  })

  test('the message for the chat says where, what and what to look at', () => {
    expect(patrolText(patrol, { words: wordsIn('zh').patrol, language: 'zh' }).split('\n')).toEqual([
      '【今日顺路巡查】2026年11月28日 棋盘井中队',
      '京拉线 往棋盘井方向，2 处，全程 12.4 公里',
      '1. K1046+200 6.2 公里 隐患：棋盘井镇运煤专线平交口（看整改进展，逾期 12 天）',
      '2. K1052+400 12.4 公里 设施：爆闪灯4盏（巡检：亮度、方向、固定、遮挡）',
      '棋盘井镇',
      '· 气田路 隐患：十字路口（看整改进展）',
    ])
  })

  test('ticks are kept for the day, and those of another day are swept away', () => {
    const kept: Record<string, string> = { 'patrol:2026-11-27': 'x', preferences: 'text=1.5' }
    const storage = Object.create({
      getItem: (key: string) => kept[key] ?? null,
      setItem: (key: string, value: string) => void (kept[key] = value),
      removeItem: (key: string) => void delete kept[key],
    }) as Storage
    const listed = new Proxy(storage, {
      ownKeys: () => Object.keys(kept),
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    })
    keepTicks(listed, '2026-11-28', ['a', 'b'])
    expect(readTicks(listed, '2026-11-28')).toEqual(['a', 'b'])
    expect(Object.keys(kept).toSorted()).toEqual(['patrol:2026-11-28', 'preferences'])
    keepTicks(listed, '2026-11-28', [])
    expect(readTicks(listed, '2026-11-28')).toEqual([])
  })
})
