import { expect, test } from 'vitest'
import { rangeAfterDrawing } from '../../../api/road-editing/road-range.ts'

const unknown = { fromStake: null, toStake: null }
const drawn = (fromStake: number, toStake: number) => ({ fromStake, toStake })

test('a road whose range was not known has that of its drawing', () => {
  expect(rangeAfterDrawing(unknown, [], [drawn(3000, 5000), drawn(0, 3000)])).toEqual(drawn(0, 5000))
})

test('a road whose range was its drawing shrinks and grows with it', () => {
  expect(rangeAfterDrawing(drawn(0, 9000), [drawn(0, 9000)], [drawn(0, 5000)])).toEqual(drawn(0, 5000))
  expect(rangeAfterDrawing(drawn(0, 9000), [drawn(0, 9000)], [drawn(0, 9500)])).toEqual(drawn(0, 9500))
})

test('a road longer than what is drawn of it keeps its ends', () => {
  expect(rangeAfterDrawing(drawn(0, 20_000), [drawn(3000, 9000)], [drawn(4000, 8000)])).toEqual(
    drawn(0, 20_000),
  )
  expect(rangeAfterDrawing(drawn(0, 20_000), [], [drawn(5000, 21_000)])).toEqual(drawn(0, 21_000))
})
