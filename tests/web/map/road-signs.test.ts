import { describe, expect, test } from 'vitest'
import { roadFacts } from '../../../web/src/map/road-facts.ts'
import { roadPlates, sketchNotes } from '../../../web/src/map/road-signs.ts'
import { shippedNetwork } from '../../../web/src/map/shipped-roads.ts'
import { stakeTicks } from '../../../web/src/map/stake-ticks.ts'

const ticks = stakeTicks(shippedNetwork())
const codesAt = (level: number) =>
  new Set(
    roadPlates(ticks)
      .features.filter(({ properties }) => properties.level <= level)
      .map(({ properties }) => properties.code),
  )

describe('signs beside the roads', () => {
  test('every road carries its number plate already from afar', () => {
    expect([...codesAt(0)].sort()).toEqual(['CAYJ', 'G109', 'G110', 'S216', 'S313'])
  })

  test('a picture of one kilometre of G109 holds a plate', () => {
    const plates = roadPlates(ticks).features.filter(({ properties }) => properties.code === 'G109')
    expect(plates.length).toBeGreaterThanOrEqual(175)
  })

  test('the inferred roads say that they are a sketch, the measured ones do not', () => {
    const codes = new Set(
      sketchNotes(ticks, roadFacts(null)).features.map(({ properties }) => properties.code),
    )
    expect([...codes].sort()).toEqual(['CAYJ', 'S216', 'S313'])
  })
})
