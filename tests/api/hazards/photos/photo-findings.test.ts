import { describe, expect, test } from 'vitest'
import { photoFindings, type PhotoGround } from '../../../../api/hazards/photos/photo-findings.ts'

const foundAt = new Date('2026-11-20T04:00:00Z')
const hours = (count: number) => new Date(foundAt.getTime() + count * 3600 * 1000)

const findings = (changes: Partial<PhotoGround> = {}) =>
  photoFindings({
    stage: 'found',
    takenAt: foundAt,
    hasPoint: true,
    metres: 12,
    metresAsGcj02: 430,
    foundAt,
    remedyBeganAt: null,
    otherHazards: [],
    ...changes,
  })

describe('what does not fit about a photo', () => {
  test('nothing, where it was taken there and then', () => expect(findings()).toEqual([]))

  test('it is far away under either reading of its position', () => {
    expect(findings({ metres: 300 })).toEqual([])
    expect(findings({ metres: 301, metresAsGcj02: 700 })).toEqual([
      { code: 'farAway', isRed: true, metres: 301 },
    ])
  })
  test('a position that fits only as GCJ-02 is said to be unsure, and is not red', () => {
    expect(findings({ metres: 441.4, metresAsGcj02: 9.6 })).toEqual([
      { code: 'datumUnsure', isRed: false, metres: 441, metresAsGcj02: 10 },
    ])
  })
  test('a hazard without a place accuses no photo', () =>
    expect(findings({ metres: null, metresAsGcj02: null })).toEqual([]))

  test('it was taken more than two hours before the discovery', () => {
    expect(findings({ takenAt: hours(-2) })).toEqual([])
    expect(findings({ takenAt: hours(-3) })).toEqual([{ code: 'beforeDiscovery', isRed: true, minutes: 180 }])
  })
  test.each(['remedying', 'remedied', 'acceptance', 'revisit'] as const)(
    'a photo of the stage %s is held against the day the unit signed',
    (stage) => {
      const remedyBeganAt = hours(240)
      expect(findings({ stage, takenAt: hours(100), remedyBeganAt })).toMatchObject([
        { code: 'beforeDiscovery', minutes: 140 * 60 },
      ])
      expect(findings({ stage, takenAt: hours(241), remedyBeganAt })).toEqual([])
      expect(findings({ stage, takenAt: hours(1) })).toEqual([])
    },
  )
  test('it says neither time nor place', () =>
    expect(findings({ takenAt: null, hasPoint: false, metres: null }).map(({ code }) => code)).toEqual([
      'noPosition',
      'noTime',
    ]))
  test('another hazard shows the same photo', () =>
    expect(findings({ otherHazards: ['鄂交隐〔2026〕0007'] })).toEqual([
      { code: 'reused', isRed: true, hazards: ['鄂交隐〔2026〕0007'] },
    ]))
  test('a receipt is photographed in an office at any time', () =>
    expect(
      findings({ stage: 'receipt', metres: 90_000, metresAsGcj02: 90_000, takenAt: hours(-90) }),
    ).toEqual([]))
})
