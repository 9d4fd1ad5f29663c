import { expect, test } from 'vitest'
import { InspectionDraft } from '../../../web/src/facilities/inspection-draft.svelte.ts'

const at = new Date('2026-11-23T02:00:00Z')

test('one tap says that all of it was looked at and is in order', () => {
  const draft = new InspectionDraft('rumble_line', 'fault')
  expect(draft.body(at, true)).toEqual({
    at: '2026-11-23T02:00:00.000Z',
    state: 'working',
    checks: { worn: 'good', clean: 'good' },
  })
})

test('point by point begins as a fault and says nothing of what was not looked at', () => {
  const draft = new InspectionDraft('rumble_line', 'working')
  draft.answer('worn', 'bad')
  draft.note = ' 磨平 '
  expect(draft.body(at, false)).toMatchObject({
    state: 'fault',
    checks: { worn: 'bad', clean: 'unseen' },
    note: '磨平',
  })
})

test('what is gone has no points', () => {
  const draft = new InspectionDraft('solar_strobe', 'working')
  draft.state = 'missing'
  draft.answer('lit', 'bad')
  expect(draft.body(at, false).checks).toEqual({})
})
