import { expect, test } from 'vitest'
import { placeInWords } from '../../../../api/roads/stakes/place-wording.ts'

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
