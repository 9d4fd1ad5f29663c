import { describe, expect, test } from 'vitest'
import { anchorResiduals } from '../../../../api/roads/network/anchor-residuals.ts'
import { distanceBetween, type LonLat } from '../../../../api/roads/network/geodesy.ts'
import {
  pointToStakes,
  stakeToPoint,
  stakeToPoints,
} from '../../../../api/roads/network/linear-referencing.ts'
import type { RoadNetwork } from '../../../../api/roads/network/road-network.ts'
import { at, network, post, section, tenKilometres } from './drawn-roads.ts'

const placeOf = (roads: RoadNetwork, stake: number) => stakeToPoint(roads, 'X1', stake)!.point
const stakeOf = (roads: RoadNetwork, point: LonLat) => pointToStakes(roads, point)[0]!.stake
const expectAt = (point: LonLat, expected: LonLat) =>
  expect(distanceBetween(point, expected)).toBeLessThan(0.05)
const only = <T>(items: readonly T[]) => {
  expect(items).toHaveLength(1)
  return items[0]!
}

describe('posts that are not a thousand metres apart', () => {
  const roads = network([{ anchors: [post(1000, 1030), post(2000, 1970), post(5000, 5100)] }])

  test('a stake counts from the post before it, in the scale of its own kilometre', () => {
    expectAt(placeOf(roads, 1500), at(1500))
    expectAt(placeOf(roads, 1250), at(1265))
    expectAt(placeOf(roads, 2300), at(1970 + 313))
  })

  test('each post stands exactly on its stake, and its stake is read there', () => {
    for (const { stake, point } of [post(1000, 1030), post(2000, 1970), post(5000, 5100)]) {
      expect(placeOf(roads, stake)).toEqual(point)
      expect(stakeOf(roads, point)).toBe(stake)
    }
  })

  test('a post beside the line draws the line to it', () => {
    const beside = network([{ anchors: [post(4000, 4000, 60)] }])
    expect(placeOf(beside, 4000)).toEqual(at(4000, 60))
    // The way round by the post is a little longer, and its kilometre shares that out.
    expect(distanceBetween(placeOf(beside, 3000), at(3000))).toBeLessThan(2)
  })

  test('a post beyond the drawn end prolongs the line and keeps the old end', () => {
    const longer = network([{ anchors: [post(10_000, 10_200)] }])
    expect(placeOf(longer, 10_000)).toEqual(at(10_200))
    expectAt(placeOf(longer, 5000), at(5100))
  })

  test('beyond the last post that the range allows a metre of line is a metre of road', () => {
    const short = network([{ anchors: [post(10_000, 9000)] }])
    expect(stakeOf(short, at(9500))).toBeCloseTo(10_500, 0)
    expectAt(placeOf(short, 10_500), at(9500))
  })
})

describe('lines drawn against the stakes', () => {
  const backwards = [...tenKilometres].reverse()
  const posts = [post(2000, 2000), post(8000, 8000)]

  test('the posts tell, and the line is taken the other way round', () => {
    const roads = network([{ coordinates: backwards, anchors: posts }])
    expect(only(roads.sections).reversed).toBe(true)
    expectAt(placeOf(roads, 1000), at(1000))
    expect(pointToStakes(roads, at(3000, -40))[0]).toMatchObject({ side: 'right' })
  })

  test('without posts the drawn order is believed, and a section given from high to low is turned', () => {
    expectAt(placeOf(network([{ coordinates: backwards }]), 1000), at(9000))
    const roads = network([{ coordinates: backwards, fromStake: 10_000, toStake: 0 }])
    expectAt(placeOf(roads, 1000), at(1000))
  })

  test('one misplaced post among many does not turn the road round', () => {
    const roads = network([{ anchors: [...posts, post(9000, 1000), post(5000, 5000)] }])
    expect(only(roads.sections).reversed).toBe(false)
    expectAt(placeOf(roads, 5000), at(5000))
  })

  test('stakes that fall by a long chain do not turn it either', () => {
    const roads = network(
      [{ fromStake: 0, toStake: 6000, anchors: [post(5900, 5900), post(2000, 6000)] }],
      [{ atStake: 6000, jump: -4000 }],
    )
    expect(only(roads.sections).reversed).toBe(false)
  })
})

describe('posts that cannot be right', () => {
  test('a post that turns the stakes back is left out, and the line does not visit it', () => {
    const roads = network([{ anchors: [post(2000, 2000), post(9500, 4000, 300), post(6000, 6000)] }])
    expectAt(placeOf(roads, 4000), at(4000))
    expect(pointToStakes(roads, at(4000, 300))[0]!.distance).toBeCloseTo(300, 0)
  })

  test('the most posts that agree are kept, wherever the wrong one stands', () => {
    const right = [1000, 2000, 3000, 4000].map((stake) => post(stake, stake))
    const roads = network([{ anchors: [post(7000, 500), ...right] }])
    for (const { stake, point } of right) expect(placeOf(roads, stake)).toEqual(point)
  })

  test('a post kilometres off the line is not this road’s', () => {
    const roads = network([{ anchors: [post(5000, 5000, 3000)] }])
    expectAt(placeOf(roads, 5000), at(5000))
  })
})

describe('chain breaks', () => {
  const repeated = [{ atStake: 6000, jump: -2000 }]
  const skipped = [{ atStake: 4000, jump: 2000 }]

  test('posts before a long chain are not taken for those behind it', () => {
    const anchors = [post(5000, 4167), post(5500, 4583), post(4500, 5417)]
    const roads = network([{ anchors }], repeated)
    const places = stakeToPoints(roads, 'X1', 5000).map(({ point }) => point)
    expect(places).toHaveLength(2)
    expectAt(places[0]!, at(4167))
    expect(distanceBetween(places[1]!, at(5833))).toBeLessThan(60)
    const used = anchorResiduals(section({ anchors }), repeated).map((each) => each.used)
    expect(used).toEqual([true, true, true])
  })

  test('a break at a post: the old stake ends there, the new one begins there', () => {
    const roads = network([{ anchors: [post(4000, 5500)] }], skipped)
    expect(placeOf(roads, 4000)).toEqual(at(5500))
    expect(placeOf(roads, 6000)).toEqual(at(5500))
    expect(stakeToPoint(roads, 'X1', 5000)).toBeUndefined()
    expectAt(placeOf(roads, 7000), at(5500 + 4500 / 4))
  })

  test('the two posts of a break on one spot agree', () => {
    const anchors = [post(4000, 5500), post(6000, 5500)]
    const residuals = anchorResiduals(section({ anchors }), skipped)
    expect(residuals.map((each) => each.used)).toEqual([true, true])
    expect(placeOf(network([{ anchors }], skipped), 6000)).toEqual(at(5500))
  })

  test('a break between two sections parts their stakes', () => {
    const halves = [
      { fromStake: 0, toStake: 6000, coordinates: tenKilometres.slice(0, 7) },
      { fromStake: 4000, toStake: 8000, coordinates: tenKilometres.slice(6) },
    ]
    const roads = network(halves, repeated)
    expect(stakeToPoints(roads, 'X1', 5000).map(({ section: sequence }) => sequence)).toEqual([1, 2])
    expectAt(stakeToPoints(roads, 'X1', 5000)[1]!.point, at(7000))
  })

  test('several breaks follow each other', () => {
    const roads = network(
      [{}],
      [
        { atStake: 2000, jump: 1000 },
        { atStake: 7000, jump: -1000 },
      ],
    )
    expectAt(placeOf(roads, 2000), at(2000))
    expectAt(placeOf(roads, 5000), at(4000))
    expectAt(stakeToPoints(roads, 'X1', 6500)[1]!.point, at(6500))
    expect(stakeToPoint(roads, 'X1', 2500)).toBeUndefined()
  })

  test('a break that contradicts the section’s own end or an earlier break changes nothing', () => {
    const contradicting = network([{ fromStake: 5000, toStake: 15_000 }], skipped)
    expectAt(placeOf(contradicting, 6000), at(1000))
    const twice = network([{}], [...skipped, { atStake: 5000, jump: 300 }])
    expect(placeOf(twice, 8000)).toEqual(placeOf(network([{}], skipped), 8000))
  })
})

describe('what digitising leaves behind', () => {
  test('repeated vertices and vertices that are no place change nothing', () => {
    const dirty = tenKilometres.flatMap((point): LonLat[] => [point, point, [Number.NaN, 39]])
    expectAt(placeOf(network([{ coordinates: dirty }]), 4321), at(4321))
  })

  test('a section of one vertex, even repeated, is no line', () => {
    for (const coordinates of [[], [at(0)], [at(0), at(0), at(0)]]) {
      const roads = network([{ coordinates }])
      expect(roads.sections).toEqual([])
      expect(stakeToPoints(roads, 'X1', 0)).toEqual([])
      expect(pointToStakes(roads, at(0))).toEqual([])
    }
  })
})

describe('how well the posts agree', () => {
  const anchors = [post(2000, 2050), post(5500, 5500, 80), post(4000, 8000), post(9000, 9020)]
  const [first, lateral, wrong, last] = anchorResiduals(section({ anchors }), [])

  test('the residual is the stake that the neighbours would give the place, less its own', () => {
    // Between stake 0 at 0 m and stake 5500 at 5500 m, 2050 m is K2+050.
    expect(first).toMatchObject({ used: true, warnings: [] })
    expect(first!.residual).toBeCloseTo(50, 0)
    // Between K5+500 at 5500 m and the drawn end K10+000, 9020 m is K9+020.
    expect(last!.residual).toBeCloseTo(20, 0)
    expect(last!.scale).toBeCloseTo(980 / 1000, 2)
  })

  test('a post beside the line says how far', () => {
    expect(lateral).toMatchObject({ used: true, warnings: ['lateral'] })
    expect(lateral!.lateral).toBeCloseTo(80, 0)
  })

  test('a post left out says why, and what its place would be', () => {
    expect(wrong).toMatchObject({ used: false, warnings: ['order'], scale: null })
    expect(wrong!.residual).toBeGreaterThan(3900)
  })

  test('kilometres that are stretched are pointed out', () => {
    const stretched = anchorResiduals(section({ anchors: [post(2000, 2000), post(3000, 3300)] }), [])
    expect(stretched[1]).toMatchObject({ warnings: ['scale'] })
    expect(stretched[1]!.scale).toBeCloseTo(1.3, 2)
    expect(stretched[1]!.residual).toBeCloseTo(300, 0)
  })

  test('where nothing else fixes a place there is no residual', () => {
    const ends = anchorResiduals(section({ anchors: [post(0, 0), post(10_000, 10_000)] }), [])
    expect(ends.map((each) => each.residual)).toEqual([null, null])
  })

  test('a stake that a short chain skips, a post of another road and a section without a line', () => {
    const skips = [{ atStake: 4000, jump: 2000 }]
    const [skipped, far] = anchorResiduals(
      section({ anchors: [post(5000, 5000), post(7000, 7000, 1500)] }),
      skips,
    )
    expect(skipped).toMatchObject({ used: false, warnings: ['skipped'], residual: null })
    expect(far).toMatchObject({ used: false, warnings: ['far', 'lateral'] })
    const [undrawn] = anchorResiduals(section({ coordinates: [at(0)], anchors: [post(1000, 0)] }), [])
    expect(undrawn).toMatchObject({ used: false, residual: null, lateral: Infinity })
  })

  test('a post that pushed the drawn end out is judged by that end', () => {
    const [pushing] = anchorResiduals(section({ anchors: [post(12_000, 5000)] }), [])
    expect(pushing).toMatchObject({ used: true })
    expect(pushing!.residual).toBeCloseTo(-7000, 0)
  })
})

test('a line that comes back to a post whose stake is repeated counts the post once', () => {
  const coordinates = [at(0), at(0, 20), at(0, 21), at(0)]
  const anchors = [post(0, 0), post(1, 0, 1)]
  const [line] = network([{ toStake: 1, coordinates, anchors }], [{ atStake: 1, jump: -2 }]).sections
  expect(line!.calibration[0]).toMatchObject({ fromMeasure: 0, fromStake: 0, toStake: 1 })
})
