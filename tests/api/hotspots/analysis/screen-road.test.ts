import { describe, expect, test } from 'vitest'
import {
  rankSites,
  screenRoad,
  type ScreenedAccident,
  type ScreenedRoad,
} from '../../../../api/hotspots/analysis/screen-road.ts'

const newAccident = (stake: number, values: Partial<ScreenedAccident> = {}): ScreenedAccident => ({
  id: `at-${stake}`,
  stake,
  direction: 'both',
  qualifies: true,
  killed: 1,
  injured: 0,
  lossYuan: 1_000,
  form: '11',
  causeClass: '32',
  light: '3',
  weather: '1',
  hour: 20,
  ...values,
})
const newRoad = (accidents: ScreenedAccident[], values: Partial<ScreenedRoad> = {}): ScreenedRoad => ({
  code: 'G1',
  divided: false,
  fromStake: 0,
  toStake: 100_000,
  breaks: [],
  accidents,
  ...values,
})
const rule = { windowLength: 500, minimum: 3 }

describe('screening one road', () => {
  test('a site counts every accident of the stretch, and says how many of them made it one', () => {
    const minor = newAccident(1_100, { qualifies: false, killed: 0, injured: 2 })
    const road = newRoad([newAccident(1_000), minor, newAccident(1_200), newAccident(1_400)])
    expect(screenRoad(road, rule)).toMatchObject([
      {
        fromStake: 1_000,
        toStake: 1_400,
        accidents: 4,
        qualifying: 3,
        killed: 3,
        injured: 2,
        lossYuan: 4_000,
      },
    ])
  })

  test('the expected count spreads the qualifying accidents of the road evenly over it', () => {
    const [site] = screenRoad(
      newRoad([newAccident(1_000), newAccident(1_200), newAccident(1_400), newAccident(80_000)]),
      rule,
    )
    expect(site?.expected).toBeCloseTo((4 * 500) / 100_000, 12)
    expect(site?.densest).toBe(3)
    expect(site?.pValue).toBeLessThan(1e-5)
  })

  test('accidents that do not qualify make no site', () => {
    const minor = [1_000, 1_100, 1_200].map((stake) => newAccident(stake, { qualifies: false }))
    expect(screenRoad(newRoad(minor), rule)).toEqual([])
  })

  test('a window does not reach across a gap between sections', () => {
    const accidents = [newAccident(900), newAccident(1_000), newAccident(1_100)]
    expect(screenRoad(newRoad(accidents), rule)).toHaveLength(1)
    expect(screenRoad(newRoad(accidents, { breaks: [1_050] }), rule)).toEqual([])
  })

  test('the two carriageways of a divided road are screened apart', () => {
    const mixed = [
      newAccident(1_000, { direction: 'increasing' }),
      newAccident(1_100, { direction: 'decreasing' }),
      newAccident(1_200, { direction: 'increasing' }),
    ]
    expect(screenRoad(newRoad(mixed), rule)).toHaveLength(1)
    expect(screenRoad(newRoad(mixed, { divided: true }), rule)).toEqual([])
    const unknown = mixed.map((accident) => ({ ...accident, direction: null }))
    expect(screenRoad(newRoad(unknown, { divided: true }), rule).map(({ direction }) => direction)).toEqual([
      'increasing',
      'decreasing',
    ])
  })

  test('the profile names what most of the accidents share', () => {
    const [site] = screenRoad(
      newRoad([newAccident(0), newAccident(100, { form: '21' }), newAccident(200, { light: null })]),
      rule,
    )
    expect(site?.profile).toMatchObject({
      form: { code: '11', count: 2 },
      light: { code: '3', count: 2 },
      hours: { code: '18-21', count: 3 },
    })
  })

  test('sites rank by deaths, then accidents, then chance, and ties by place', () => {
    const [calm] = screenRoad(newRoad([newAccident(0), newAccident(1), newAccident(2)]), rule)
    const worse = { ...calm!, fromStake: 50, killed: 9 }
    const twin = { ...calm!, fromStake: 20 }
    expect(rankSites([twin, calm!, worse]).map(({ fromStake }) => fromStake)).toEqual([50, 0, 20])
  })
})
