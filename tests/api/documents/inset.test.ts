import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawInset } from '../../../api/documents/inset/draw-inset.ts'
import { scaleBarOf } from '../../../api/documents/inset/draw-furniture.ts'
import { drawStrip } from '../../../api/documents/inset/draw-strip.ts'
import type { InsetFacts } from '../../../api/documents/inset/inset-facts.ts'
import { frameAround, mapBox, metresOf, placeOf, sheet } from '../../../api/documents/inset/inset-frame.ts'
import { groundLine, type InsetGround } from '../../../api/documents/inset/inset-ground.ts'
import { wordBox } from '../../../api/documents/inset/label-room.ts'
import { openLettering } from '../../../api/documents/inset/lettering.writer.ts'
import { markRadius } from '../../../api/documents/inset/map-symbols.ts'
import type { StripFacts } from '../../../api/documents/inset/strip-layout.ts'
import { distanceBetween, type LonLat } from '../../../api/roads/network/geodesy.ts'
import { pointToStakes, stakeToPoint, stretchToLine } from '../../../api/roads/network/linear-referencing.ts'
import { bannerNetwork } from '../roads/network/banner-network.ts'

const lettering = openLettering()
const roads = [...bannerNetwork.sectionsByRoad]

const ground: InsetGround = {
  network: bannerNetwork,
  roads: new Map(
    roads.map(([code]) => [code, { code, name: code, isSketch: false, chainBreaks: [], squads: [] }]),
  ),
  roadLines: bannerNetwork.sections.map(({ road, longitudes, latitudes }) =>
    groundLine(
      Array.from(longitudes, (longitude, i): LonLat => [longitude, latitudes[i]!]),
      road,
    ),
  ),
  otherLines: [],
  borders: [],
  places: [{ name: '棋盘井镇', at: metresOf([107.0405, 39.3938]) }],
}

function factsAt(road: string, from: number, to = from): InsetFacts {
  const point = stakeToPoint(bannerNetwork, road, from)!.point
  const geometry =
    from === to
      ? { type: 'Point' as const, coordinates: [...point] }
      : {
          type: 'MultiLineString' as const,
          coordinates: stretchToLine(bannerNetwork, road, from, to).map((line) => line.map((at) => [...at])),
        }
  const record = (id: string, stake: number) => ({
    id,
    stake,
    point: stakeToPoint(bannerNetwork, road, stake)?.point ?? null,
  })
  return {
    hazard: { road, fromStake: from, toStake: to, geometry, level: 3, letter: '改', isOverdue: false },
    facilities: [
      { ...record('a', from), kind: 'solar_strobe', name: '爆闪灯', quantity: 2, side: 'left' },
      { ...record('b', to + 120), kind: 'warning_sign', name: '警示标牌', quantity: 1, side: 'right' },
    ],
    accidents: [{ ...record('c', to), severity: 'fatal' }],
    area: '鄂托克旗',
    printedMillimetres: 82,
  }
}

const anyPlace = fc.constantFrom(...roads).chain(([road, sections]) => {
  const { fromStake, toStake } = sections[0]!
  return fc
    .tuple(fc.integer({ min: fromStake, max: toStake }), fc.constantFrom(0, 300, 1700, 6000))
    .map(([from, length]) => factsAt(road, from, Math.min(toStake, from + length)))
})
const forAnyPlace = (hold: (facts: InsetFacts, inset: NonNullable<ReturnType<typeof drawInset>>) => void) =>
  fc.assert(
    fc.property(anyPlace, (facts) => hold(facts, drawInset(facts, ground, lettering)!)),
    { numRuns: 60, seed: 109 },
  )

test('every word stands inside the frame, and none on the mark of the hazard', () => {
  forAnyPlace((_, { words, mark: [x, y] }) => {
    for (const word of words) {
      const box = wordBox(word, lettering)
      expect(box.left).toBeGreaterThanOrEqual(mapBox.left)
      expect(box.right).toBeLessThanOrEqual(mapBox.right)
      expect(box.top).toBeGreaterThanOrEqual(mapBox.top)
      expect(box.bottom).toBeLessThanOrEqual(mapBox.bottom)
      const isClear =
        box.right <= x - markRadius ||
        box.left >= x + markRadius ||
        box.bottom <= y - markRadius ||
        box.top >= y + markRadius
      expect(isClear, word.text).toBe(true)
    }
  })
})

test('no two words overlap', () => {
  forAnyPlace((_, { words }) => {
    const boxes = words.map((word) => wordBox(word, lettering))
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1))
        expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true)
  })
})

test('the scale bar is as long as it says, and 1:N holds on paper', () => {
  forAnyPlace((facts, { frame }) => {
    const { metres, units } = scaleBarOf(frame)
    const [from] = [stakeToPoint(bannerNetwork, facts.hazard.road!, facts.hazard.fromStake!)!.point]
    const east: LonLat = [from[0] + 0.01, from[1]]
    const [[x0, y0], [x1, y1]] = [placeOf(frame, metresOf(from)), placeOf(frame, metresOf(east))]
    const metresOnGround = (distanceBetween(from, east) / Math.hypot(x1 - x0, y1 - y0)) * units
    expect(Math.abs(metresOnGround / metres - 1)).toBeLessThan(0.005)
    const millimetresOnPaper = (units / sheet.width) * facts.printedMillimetres
    expect(((millimetresOnPaper / 1000) * frame.scale) / metres).toBeCloseTo(1, 6)
    expect(String(metres)).toMatch(/^[125]0*$/)
  })
})

test('ticks lie on the road at the stakes that they name', () => {
  forAnyPlace(({ hazard }, { ticks, frame }) => {
    for (const { stake, point, place } of ticks) {
      expect(placeOf(frame, metresOf(point))).toEqual(place)
      const own = pointToStakes(bannerNetwork, point).find(({ road }) => road === hazard.road)!
      expect(own.distance).toBeLessThan(0.5)
      expect(Math.abs(own.stake - stake)).toBeLessThan(1)
    }
  })
})

test('the same facts give the same drawing', () => {
  const facts = factsAt('G109', 1046200, 1047900)
  expect(drawInset(facts, ground, lettering)!.svg).toBe(drawInset(facts, ground, lettering)!.svg)
})

test('the junction at K1046: a stretch with both its stakes, a kilometre post, its lights and its signs', () => {
  const inset = drawInset(factsAt('G109', 1046200, 1047900), ground, lettering)!
  const written = inset.words.map(({ text }) => text)
  expect(written).toEqual(expect.arrayContaining(['鄂托克旗', 'K1046+200', 'K1047+900', 'K1047', 'G109']))
  expect(inset.facilities.map(({ kind, quantity }) => [kind, quantity])).toEqual([
    ['solar_strobe', 2],
    ['warning_sign', 1],
  ])
  expect(inset.frame.scale).toBe(40_000)
  expect(inset.svg).not.toContain('<text')
  expect(inset.lettered.map(({ text }) => text)).toEqual(expect.arrayContaining([...written, '改', '北']))
  expect(inset.svg).not.toContain('NaN')
})

test('at the end of a road nothing is drawn beyond it', () => {
  const { ticks } = drawInset(factsAt('S216', 0), ground, lettering)!
  expect(Math.min(...ticks.map(({ stake }) => stake))).toBe(0)
})

test('a hazard that is only a name of a road is not drawn', () => {
  const { hazard, ...rest } = factsAt('G109', 1046200)
  const unplaced = { ...hazard, road: null, fromStake: null, toStake: null, geometry: null }
  expect(drawInset({ ...rest, hazard: unplaced }, ground, lettering)).toBeUndefined()
})

test('a place is framed by some three kilometres, a stretch by all of it', () => {
  const width = (facts: InsetFacts) =>
    drawInset(facts, ground, lettering)!.frame.metresPerUnit * (mapBox.right - mapBox.left)
  expect(width(factsAt('S216', 12700))).toBeGreaterThan(2800)
  expect(width(factsAt('S216', 12700))).toBeLessThan(3300)
  expect(
    frameAround([metresOf([107, 39]), metresOf([107.1, 39])], 82).metresPerUnit * sheet.width,
  ).toBeGreaterThan(8600)
})

const strip = (from: number, to: number, given: Partial<StripFacts> = {}): StripFacts => {
  const { hazard, facilities, accidents } = factsAt('G109', from, to)
  return {
    ...{ hazard: { ...hazard, fromStake: from }, roadName: 'G109 京拉线', facilities, accidents },
    ...{ fromStake: 930_000, toStake: 1_105_000, chainBreaks: [], squads: [], tickets: [] },
    ...given,
  }
}

test('the strip shows a kilometre on both sides, and stops where the road stops', () => {
  const middle = drawStrip(strip(1_046_200, 1_047_900), lettering).axis
  expect([middle.from, middle.to]).toEqual([1_045_200, 1_048_900])
  const end = drawStrip(strip(1_104_800, 1_104_800), lettering).axis
  expect([end.to, end.endsHere, end.beginsHere]).toEqual([1_105_000, true, false])
})

test('behind a chain break the strip goes on in metres of road, with the stakes that stand there', () => {
  const chainBreaks = [{ atStake: 1_047_000, jump: 300 }]
  const { axis, ticks, words } = drawStrip(strip(1_046_200, 1_047_900, { chainBreaks }), lettering)
  expect(axis.to - axis.from).toBe(1_700 - 300 + 2_000)
  expect(axis.xAt(1_047_100)).toBeUndefined()
  expect(ticks.map(({ stake }) => stake)).not.toContain(1_047_200)
  expect(words.map(({ text }) => text)).toContain('断链 K1047+000=K1047+300')
})

test('without accidents there is no row of accidents', () => {
  const { words } = drawStrip(strip(1_046_200, 1_047_900, { accidents: undefined }), lettering)
  expect(words.map(({ text }) => text)).not.toContain('事故')
})
