import { describe, expect, test } from 'vitest'
import { hazardActionIds } from '../../../api/hazards/hazard-actions.ts'
import { lifeCycle } from '../../../api/hazards/life-cycle.ts'
import type { Hazard } from '../../../web/src/api/api-types.ts'
import { wordsIn } from '../../../web/src/text/words.ts'
import {
  fieldsOf,
  knownAnswers,
  labelOf,
  numberedAs,
  photosWanted,
  requestOf,
} from '../../../web/src/hazards/transition-form.ts'

const namesOf = (...asked: Parameters<typeof fieldsOf>) => fieldsOf(...asked).map(({ field }) => field)

describe('the form of an act on a hazard', () => {
  test('a major hazard is not taken on without a plan for the time until the road is mended', () => {
    expect(namesOf('approve', '1')).not.toContain('temporaryControlPlan')
    expect(namesOf('approve', '3')).toEqual(
      expect.arrayContaining(['emergencyAdvice', 'temporaryControlPlan']),
    )
  })

  test.each(hazardActionIds)(
    '%s asks for what the table requires, first, and names it in both languages',
    (action) => {
      const required = lifeCycle[action].required.filter((field) => field !== 'types')
      expect(namesOf(action, '1').slice(0, required.length)).toEqual(required)
      for (const language of ['zh', 'en'] as const)
        for (const field of namesOf(action, '3', { supervisionLevel: 2 }))
          expect(wordsIn(language).transitions.fields[field]).not.toBe('')
    },
  )

  test('an extension of a listed hazard asks for the paper of the supervising unit', () => {
    const isPaperRequired = (supervisionLevel: number) =>
      fieldsOf('grantExtension', '1', { supervisionLevel }).some(
        ({ field, isRequired }) => field === 'documentNumber' && isRequired,
      )
    expect([0, 1, 2].map(isPaperRequired)).toEqual([false, false, true])
  })

  test('a listing is recorded at the level at which it was proposed, unless somebody says otherwise', () => {
    const hazard = { assurances: {}, level: 2, urgingDue: null, flags: [] } as unknown as Hazard
    const proposed = { state: 'requested', level: 3, listingUnit: '市安委会' } as never
    const answers = knownAnswers(hazard, '2026-11-28', { listings: [proposed], reviewDrafts: [] })
    expect(answers).toMatchObject({ listingLevel: '3', listingUnit: '市安委会' })
    expect(knownAnswers(hazard, '2026-11-28').listingLevel).toBe('2')
  })

  test('a review starts from what was drafted for it, and only while it waits', () => {
    const hazard = { assurances: {}, level: null, analysis: null, urgingDue: null, flags: ['reviewDrafted'] }
    const drafts = [{ fields: { analysis: '旧稿' } }, { fields: { level: 3, analysis: '视距不足' } }]
    const records = { listings: [], reviewDrafts: drafts } as never
    const answers = (flags: string[]) =>
      knownAnswers({ ...hazard, flags } as unknown as Hazard, '2026-11-28', records)
    expect(answers(['reviewDrafted'])).toMatchObject({ level: '3', analysis: '视距不足' })
    expect(answers([])).toMatchObject({ level: '', analysis: '' })
  })

  test('an act that sends a letter of ours takes the next number of its series, and no other act does', () => {
    expect(numberedAs).toEqual({ notify: 'letter', urge: 'letter', reportToGovernment: 'report' })
    for (const action of Object.keys(numberedAs) as (keyof typeof numberedAs)[])
      expect(namesOf(action, '1')).toContain('documentNumber')
    expect(numberedAs.recordListing).toBeUndefined()
  })

  test('a field has the name that its act gives it', () => {
    expect(labelOf('requestExtension', 'reason', wordsIn('zh'))).toBe('延期理由')
    expect(labelOf('urge', 'note', wordsIn('zh'))).toBe('说明')
  })

  test('sends what was asked for and filled in, nothing else', () => {
    const answers = { reason: ' 照片不清 ', note: 'kept out', level: '2' }
    expect(requestOf('return', ['reason'], answers)).toEqual({ action: 'return', reason: '照片不清' })
    expect(requestOf('approve', ['level', 'analysis'], answers)).toEqual({ action: 'approve', level: 2 })
  })

  test('rows that were left empty are not people, and a tick is sent only when it is set', () => {
    const attendees = [
      { unit: '事故中队', name: '李某' },
      { unit: '', name: '' },
    ]
    expect(requestOf('accept', ['attendees'], { attendees })).toEqual({
      action: 'accept',
      attendees: [{ unit: '事故中队', name: '李某' }],
    })
    const ticks = { receiptToFollow: false, isWinterPause: true }
    expect(requestOf('sign', ['receiptToFollow', 'isWinterPause'], ticks)).toEqual({
      action: 'sign',
      isWinterPause: true,
    })
    expect(requestOf('sign', ['assurances'], { assurances: { funds: ' ' } })).toEqual({ action: 'sign' })
  })

  test('says which photos are still wanted', () => {
    expect(photosWanted('close', { photoCounts: { found: 2, remedied: 1 } })).toEqual(['acceptance'])
  })
})
