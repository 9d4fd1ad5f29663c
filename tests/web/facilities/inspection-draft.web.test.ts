import { expect, test } from 'vitest'
import { allInOrder, InspectionDraft } from '../../../web/src/facilities/inspection-draft.svelte.ts'

const at = new Date('2026-11-23T02:00:00Z')

test('one tap says that all of it was looked at and is in order', () => {
  expect(allInOrder('rumble_line', at)).toEqual({
    at: '2026-11-23T02:00:00.000Z',
    state: 'working',
    checks: { worn: 'good', clean: 'good' },
  })
})

test('point by point begins as a fault and says nothing of what was not looked at', () => {
  const draft = new InspectionDraft({ kind: 'rumble_line', state: 'working' })
  draft.answer('worn', 'bad')
  draft.note = ' 磨平 '
  expect(draft.body(at)).toMatchObject({
    state: 'fault',
    checks: { worn: 'bad', clean: 'unseen' },
    note: '磨平',
  })
})

test('what is gone has no points', () => {
  const draft = new InspectionDraft({ kind: 'solar_strobe', state: 'working' })
  draft.state = 'missing'
  draft.answer('lit', 'bad')
  expect(draft.body(at).checks).toEqual({})
})

test('what was typed outlives the page under the same id, and is gone once it was sent', () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage
  const lamp = { id: 'f1', kind: 'solar_strobe', state: 'working' } as const
  const draft = InspectionDraft.restore(storage, lamp)
  expect(draft.isRestored).toBe(false)
  draft.note = '灯不亮'
  draft.answer('lit', 'bad')
  draft.keep(storage, 'f1')
  const anew = InspectionDraft.restore(storage, lamp)
  expect(anew).toMatchObject({ isRestored: true, id: draft.id, note: '灯不亮', state: 'fault' })
  expect(anew.body(at)).toEqual(draft.body(at))
  expect(InspectionDraft.restore(storage, { ...lamp, id: 'f2' }).isRestored).toBe(false)
  InspectionDraft.drop(storage, 'f1')
  expect(InspectionDraft.restore(storage, lamp).note).toBe('')
})
