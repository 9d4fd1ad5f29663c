import { describe, expect, test } from 'vitest'
import { fieldsOf, readPeople, requestOf } from '../../../web/src/hazards/transition-form.ts'

describe('the form of an act on a hazard', () => {
  test('a major hazard is not taken on without a plan for the time until the road is mended', () => {
    expect(fieldsOf('approve', '1')).not.toContain('temporaryControlPlan')
    expect(fieldsOf('approve', '3')).toEqual(
      expect.arrayContaining(['emergencyAdvice', 'temporaryControlPlan']),
    )
  })

  test('people are read one per line, unit first', () => {
    expect(readPeople('旗交通运输局，股长\n\n事故中队, 民警')).toEqual([
      { unit: '旗交通运输局', name: '股长' },
      { unit: '事故中队', name: '民警' },
    ])
  })

  test('sends what was asked for and filled in, nothing else', () => {
    const answers = { reason: ' 照片不清 ', note: 'kept out', level: '2' }
    expect(requestOf('return', ['reason'], answers)).toEqual({ action: 'return', reason: '照片不清' })
    expect(requestOf('approve', ['level', 'analysis'], answers)).toEqual({ action: 'approve', level: 2 })
  })
})
