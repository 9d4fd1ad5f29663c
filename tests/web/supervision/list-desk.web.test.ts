import { expect, test, vi } from 'vitest'
import type { Calls } from '../../../web/src/api/calls.ts'
import { findingsByRow } from '../../../web/src/supervision/findings-by-row.ts'
import { hazardFilter } from '../../../web/src/supervision/hazard-filter.ts'
import { ListDesk } from '../../../web/src/supervision/list-desk.svelte.ts'

const rows = ['a', 'b', 'c'].map((hazardId, index) => ({ hazardId, position: index + 1 }))
const list = { id: 'l1', version: 4, status: 'draft', rows }

function opened(calls: object = {}) {
  const asked = {
    list: vi.fn(() => Promise.resolve(list)),
    listChecks: vi.fn(() => Promise.resolve({ items: [], blocking: 0, advisory: 0, proposedNumber: '' })),
    listDiff: vi.fn(() => Promise.resolve({})),
    listLife: vi.fn(() => Promise.resolve({ items: [] })),
    changeList: vi.fn((_list: object, edit: { hazardIds: string[] }) =>
      Promise.resolve({
        ...list,
        version: 5,
        rows: edit.hazardIds.map((hazardId, index) => ({ hazardId, position: index + 1 })),
      }),
    ),
    ...calls,
  }
  const desk = new ListDesk(asked as unknown as Calls)
  return { desk, asked }
}

test('rows are moved, taken out and added in the order that is sent, with the version that was read', async () => {
  const { desk, asked } = opened()
  await desk.open('l1')
  await desk.move('c', -1)
  expect(asked.changeList).toHaveBeenLastCalledWith(list, { hazardIds: ['a', 'c', 'b'] })
  expect(desk.list.value?.rows.map(({ hazardId }) => hazardId)).toEqual(['a', 'c', 'b'])
  await desk.takeOut('a')
  expect(asked.changeList).toHaveBeenLastCalledWith(expect.objectContaining({ version: 5 }), {
    hazardIds: ['c', 'b'],
  })
  await desk.add(['b', 'd'])
  expect(asked.changeList.mock.lastCall?.[1]).toEqual({ hazardIds: ['c', 'b', 'd'] })
})

test('the first row goes no higher, and the last one is not taken out', async () => {
  const { desk, asked } = opened({ list: () => Promise.resolve({ ...list, rows: rows.slice(0, 1) }) })
  await desk.open('l1')
  expect(await desk.move('a', -1)).toBe(false)
  expect(await desk.takeOut('a')).toBe(false)
  expect(asked.changeList).not.toHaveBeenCalled()
})

test('what was refused is told, the list stays, and the checks are asked anew only after a change', async () => {
  const refusal = new Error('stale')
  const { desk, asked } = opened({ submitList: () => Promise.reject(refusal) })
  await desk.open('l1')
  expect(await desk.submit()).toBe(false)
  expect(desk.failure).toBe(refusal)
  expect(desk.list.value?.version).toBe(4)
  expect(asked.listChecks).toHaveBeenCalledTimes(1)
  await desk.move('a', 1)
  expect(desk.failure).toBeUndefined()
  expect(asked.listChecks).toHaveBeenCalledTimes(2)
})

test('a list with photos is ordered, not waited for', async () => {
  const orderExport = vi.fn(() => Promise.resolve({}))
  const { desk } = opened({ orderExport })
  await desk.open('l1')
  expect(await desk.order({ format: 'pdf', annex: 'photos' })).toBe(true)
  expect(orderExport).toHaveBeenCalledWith({
    ...{ kind: 'supervisionList', format: 'pdf', edition: 'internal' },
    request: { id: 'l1', annex: 'photos' },
  })
})

test('findings stand by row, what must be mended first', () => {
  const finding = (position: number, code: string, isBlocking: boolean) => ({
    ...{ position, code, isBlocking, hazardId: `h${position}`, hazardNumber: `n${position}` },
    message: { zh: code, en: code },
  })
  const found = findingsByRow([finding(2, 'funds', false), finding(1, 'x', false), finding(2, 'due', true)])
  expect(found.map(({ hazardId, findings }) => [hazardId, findings.map(({ code }) => code)])).toEqual([
    ['h1', ['x']],
    ['h2', ['due', 'funds']],
  ])
})

test('the filter of the screen is sent as the service reads it', () => {
  expect(hazardFilter({ road: 'G109', squad: undefined }, 'open')).toEqual({ road: 'G109', open: true })
  expect(hazardFilter({ road: null }, 'all')).toEqual({})
})
