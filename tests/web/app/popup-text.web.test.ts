import type { Feature, Geometry } from 'geojson'
import { expect, test } from 'vitest'
import { popupText } from '../../../web/src/app/popup-text.ts'
import { noFeatures, type MapData } from '../../../web/src/map/map-types.ts'
import { wordsIn } from '../../../web/src/text/words.ts'

const empty: MapData = {
  roads: null,
  accidents: noFeatures,
  hazards: noFeatures,
  facilities: noFeatures,
  hotspots: noFeatures,
  density: noFeatures,
}
const collection = (properties: object) => ({
  type: 'FeatureCollection' as const,
  features: [{ type: 'Feature', geometry: null, properties } as Feature<Geometry | null>],
})

test('a chosen accident is told by how bad, where and when, in the language of the reader', () => {
  const accident = {
    id: 'a',
    severity: 'fatal',
    road: 'G109',
    roadName: '国道109线',
    stake: 1_046_350,
    occurredAt: '2025-07-05T21:40:00+08:00',
    killed: 1,
    injured: 2,
  }
  const data = { ...empty, accidents: collection(accident) }
  const told = (language: 'zh' | 'en') =>
    popupText({ kind: 'accident', id: 'a' }, data, wordsIn(language), language)
  expect(told('zh')).toEqual({
    title: '死亡 · 事故',
    line: 'G109 K1046+350 · 2025年7月5日 21:40 · 1死 2伤',
  })
  expect(told('en')?.title).toBe('Fatal · Accident')
})

test('a facility on a road without stakes is told by the name of the road', () => {
  const sign = {
    id: 'f',
    kind: 'warning_sign',
    quantity: 2,
    unit: '块',
    road: null,
    roadName: '通村油路',
    stake: null,
    state: 'fault',
  }
  const told = popupText(
    { kind: 'facility', id: 'f' },
    { ...empty, facilities: collection(sign) },
    wordsIn('zh'),
    'zh',
  )
  expect(told?.title).toContain('2块')
  expect(told?.line).toMatch(/^通村油路 · .*故障/)
})

test('what is not drawn has no popup', () => {
  expect(popupText({ kind: 'hazard', id: 'gone' }, empty, wordsIn('zh'), 'zh')).toBeUndefined()
})
