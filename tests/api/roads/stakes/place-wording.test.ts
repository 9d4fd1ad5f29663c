import { expect, test } from 'vitest'
import { placeInWords, roadInWords } from '../../../../api/roads/stakes/place-wording.ts'

const axu = {
  road: 'X612',
  roadName: '阿苏线',
  fromStake: null,
  township: '阿尔巴斯苏木',
  placeText: '气田专用路段',
}

test('a place without a stake is its road, its township and what was said of it', () => {
  expect(placeInWords(axu)).toBe('X612 阿苏线，阿尔巴斯苏木，气田专用路段')
  expect(placeInWords({ ...axu, township: null, placeText: '阿苏线' })).toBe('X612 阿苏线')
  expect(placeInWords({ ...axu, road: 'L0001', placeText: null })).toBe('阿苏线，阿尔巴斯苏木')
  expect(placeInWords({ ...axu, road: null, township: null })).toBe('阿苏线，气田专用路段')
})

test('a stake says it all', () => {
  expect(placeInWords({ ...axu, road: 'G109', fromStake: 1046200 })).toBe('G109 K1046+200')
  expect(placeInWords({ ...axu, road: 'L0001', fromStake: 12000, toStake: 12500 })).toBe(
    '阿苏线 K12+000—K12+500',
  )
})

test('beside its code a road is not named by its number once more', () => {
  expect(roadInWords({ road: 'G109', roadName: '国道109线（京拉线）' })).toBe('G109 京拉线')
  expect(roadInWords({ road: 'S216', roadName: '察靖线' })).toBe('S216 察靖线')
  expect(roadInWords({ road: 'CAYJ', roadName: '察敖一级公路' })).toBe('察敖一级公路')
  expect(roadInWords({ road: null, roadName: '通村油路（额尔和图方向）' })).toBe('通村油路（额尔和图方向）')
})
