import { describe, expect, test } from 'vitest'
import { fixesOf } from '../../../web/src/imports/cell-fixes.ts'
import {
  comparedFields,
  differencesOf,
  withFixed,
  withOverruled,
} from '../../../web/src/imports/comparison.ts'

describe('a row beside another record', () => {
  test('what differs stands first, and what neither gives is left out', () => {
    const compared = comparedFields(
      { killed: 1, brief: '', lossYuan: 3000, fingerprint: 'x' },
      { killed: 1, lossYuan: 30_000 },
    )
    expect(compared.map(({ field, isSame }) => [field, isSame])).toEqual([
      ['lossYuan', false],
      ['killed', true],
    ])
  })

  test('the same instant in another zone is the same time', () => {
    const [time] = comparedFields(
      { occurredAt: '2018-03-05T14:30:00+08:00' },
      { occurredAt: '2018-03-05T06:30:00.000Z' },
    )
    expect(time?.isSame).toBe(true)
  })

  test('none dead and not said are two things', () => {
    expect(comparedFields({ killed: 0 }, {})[0]?.isSame).toBe(false)
  })

  test('corrections by a person are shown before other differences, under the name of the field', () => {
    const plain = { column: 'weather', name: '天气', standing: '1', given: '2', isCorrected: false }
    const corrected = { column: 'place_text', name: '地点', standing: '甲', given: '乙', isCorrected: true }
    expect(differencesOf([plain, corrected]).map(({ field }) => field)).toEqual(['placeText', 'weather'])
  })
})

describe('what can be typed into a row', () => {
  const finding = (field: string, severity: 'note' | 'check', message: string, code = 'x') => {
    return { field, severity, message, code }
  }

  test('is what is wrong and what is missing, with or without a column, each once', () => {
    const findings = [
      finding('stake', 'check', '读不出桩号'),
      finding('stake', 'check', '超出终点'),
      finding('weather', 'note', '按晴'),
      finding('form', 'check', '没有事故形态'),
    ]
    expect(fixesOf({ findings, blocking: ['form', 'placeText'] }, [null, 'stake', 'weather'])).toEqual([
      { field: 'stake', column: 1, message: '读不出桩号 超出终点' },
      { field: 'form', column: undefined, message: '没有事故形态' },
      { field: 'placeText', column: undefined, message: '' },
    ])
  })

  test('is never the coordinate system, which is answered once for the file', () => {
    const findings = [finding('lon', 'check', '没有说明坐标系', 'crs_undeclared')]
    expect(fixesOf({ findings, blocking: ['crs'] }, ['lon', 'lat'])).toEqual([])
  })
})

describe('a decision on one row', () => {
  test('giving up one correction leaves the others as they were decided', () => {
    const first = withOverruled(null, 'stake', true)
    const second = withOverruled(first, 'weather', true)
    expect(second).toEqual({ action: 'take', overrule: ['stake', 'weather'] })
    expect(withOverruled(second, 'stake', false).overrule).toEqual(['weather'])
  })

  test('a cell typed anew keeps what was decided before', () => {
    const skipped = { action: 'skip', values: { killed: '1' } } as const
    expect(withFixed(skipped, 'stake', 'K1046+200')).toEqual({
      action: 'skip',
      values: { killed: '1', stake: 'K1046+200' },
    })
  })
})
