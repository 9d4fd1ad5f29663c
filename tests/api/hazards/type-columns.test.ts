import { expect, test } from 'vitest'
import { typeColumns } from '../../../api/hazards/type-columns.ts'

test.each([
  ['untouched types leave the columns alone', true, ['G1'], undefined, {}],
  ['group G makes a black spot', false, ['C1'], ['C1', 'G2'], { type_main: 'C1', is_black_spot: true }],
  ['its mistake is undone', true, ['G1', 'C1'], ['C1'], { type_main: 'C1', is_black_spot: false }],
  ['a ledger’s own word outlives the types', true, ['C1'], ['F6'], { type_main: 'F6', is_black_spot: true }],
] as const)('%s', (_, isBlackSpot, types, next, columns) => {
  expect(typeColumns({ types, isBlackSpot }, next ? [...next] : undefined)).toEqual(columns)
})
