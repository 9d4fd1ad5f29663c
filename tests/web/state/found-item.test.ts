import { expect, test } from 'vitest'
import { groupFound, mergeFound, type FoundItem } from '../../../web/src/state/found-item.ts'

const stake = (road: string, metres: number, isCertain = true): FoundItem => ({
  ...{ kind: 'stake', label: `${road} ${metres}`, detail: '', road, stake: metres, isCertain },
})
const hazard: FoundItem = { kind: 'hazard', label: '急弯', detail: '', id: 'h' }
const kindsOf = (items: readonly FoundItem[]) => items.map(({ label }) => label)

test('what the device is sure of goes before the answer of the service, what it supposes behind it', () => {
  const merged = mergeFound([stake('G109', 1, true), stake('S216', 1, false)], [hazard])
  expect(kindsOf(merged)).toEqual(['G109 1', '急弯', 'S216 1'])
})

test('a stake that both found stands there once, as this device words it', () => {
  const own = { ...stake('G109', 1_046_200), label: 'here' }
  expect(kindsOf(mergeFound([own], [stake('G109', 1_046_200.2), hazard]))).toEqual(['here', '急弯'])
})

test('the keys walk through the groups in the order of the screen', () => {
  const groups = groupFound([stake('G109', 1), hazard, stake('S216', 2)])
  expect(groups.map(({ kind, items }) => [kind, items.map(({ index }) => index)])).toEqual([
    ['stake', [0, 1]],
    ['hazard', [2]],
  ])
})
