import { describe, expect, test } from 'vitest'
import { groupRoads, lengthDifference } from '../../../web/src/roads/road-groups.ts'
import { RoadForm, stakeIn } from '../../../web/src/roads/road-form.svelte.ts'
import { smallRoad } from './small-road.ts'

describe('the form of a road', () => {
  test('of a road that is only a name, what is not known is sent as not known', () => {
    const form = new RoadForm()
    form.name = ' 查布嘎查路 '
    form.adminGrade = 'village'
    form.course = '查布—乌兰镇'
    expect(form.newRoad).toMatchObject({
      code: undefined,
      name: '查布嘎查路',
      adminGrade: 'village',
      officialLengthKm: null,
      fromStake: null,
      course: '查布—乌兰镇',
      point: null,
    })
    expect(Object.values(form.missing).some(Boolean)).toBe(false)
  })

  test('only what was changed is sent, with the reason', () => {
    const form = new RoadForm(smallRoad())
    form.officialLengthKm = '10.5'
    form.reason = ' 交通局新核定 '
    expect(form.patch).toEqual({ officialLengthKm: 10.5, reason: '交通局新核定' })
  })

  test('without a reason a known road is not changed', () => {
    expect(new RoadForm(smallRoad()).missing.reason).toBe(true)
    expect(new RoadForm().missing.reason).toBe(false)
  })

  test.each([
    ['K930+000', 930_000],
    ['1046公里200米', 1_046_200],
    ['', null],
    ['说不清', undefined],
  ])('%s as a stake is %s metres', (text, stake) => {
    expect(stakeIn(text)).toBe(stake)
  })
})

describe('the register of roads', () => {
  const trunk = smallRoad({ code: 'G109', name: '国道109线（京拉线）', adminGrade: 'national', course: null })
  const village = smallRoad({ code: 'L0001', name: '通村路', adminGrade: 'village', aliases: [] })
  const codes = (text: string) =>
    groupRoads([village, trunk], text).map(({ roads }) => roads.map((r) => r.code))

  test('trunk roads stand before rural ones', () => {
    expect(codes('')).toEqual([['G109'], ['L0001']])
  })

  test.each([
    ['g 109', 'G109'],
    ['京拉', 'G109'],
    ['公其日嘎', 'L0001'],
    ['通村', 'L0001'],
  ])('%s finds %s', (text, code) => {
    expect(codes(text)).toEqual([[code]])
  })

  test('the drawn length is compared with the official one in per cent', () => {
    expect(lengthDifference({ officialLengthKm: 175, geometryLengthKm: 173.936 })).toBeCloseTo(-0.61, 2)
    expect(lengthDifference({ officialLengthKm: null, geometryLengthKm: 3 })).toBeUndefined()
  })
})
