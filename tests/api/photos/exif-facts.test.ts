import { describe, expect, test } from 'vitest'
import { exifFacts } from '../../../api/photos/exif-facts.ts'

describe('what a camera wrote', () => {
  test('a time without a zone is the time of the banner', () => {
    expect(exifFacts({ takenAt: '2026:11:20 10:00:00' }).takenAt).toBe('2026-11-20T02:00:00.000Z')
  })
  test('a time with its zone is that of the zone', () => {
    expect(exifFacts({ takenAt: '2026:11:20 10:00:00', offset: '+07:00' }).takenAt).toBe(
      '2026-11-20T03:00:00.000Z',
    )
    expect(exifFacts({ takenAt: '2026:11:20 10:00:00', offset: 'CST' }).takenAt).toBe(
      '2026-11-20T02:00:00.000Z',
    )
  })
  test.each([
    '0000:00:00 00:00:00',
    '1970:01:01 00:00:00',
    '2026:13:40 10:00:00',
    '    :  :     :  :  ',
    5,
    null,
  ])('a clock that was never set tells no time: %s', (takenAt) =>
    expect(exifFacts({ takenAt }).takenAt).toBeUndefined(),
  )
  test.each([
    [0, 0],
    [200, 10],
    [Number.NaN, 39],
  ])('%s, %s is no position', (longitude, latitude) =>
    expect(exifFacts({ longitude, latitude }).point).toBeUndefined(),
  )
  test('the camera is one line, however it was written', () => {
    expect(exifFacts({ make: 'HUAWEI\0', model: ' P40\n' }).camera).toBe('HUAWEI  P40')
    expect(exifFacts({})).toEqual({})
  })
})
