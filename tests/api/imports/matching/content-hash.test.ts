import { expect, test } from 'vitest'
import { contentHash } from '../../../../api/imports/matching/content-hash.ts'

test('the hash of a content stays what it was: numbers that stand in for missing ones are made of it', () => {
  // FNV-1a of the published test vectors, and three further seeds.
  expect(contentHash('').slice(0, 8)).toBe('811c9dc5')
  expect(contentHash('a').slice(0, 8)).toBe('e40c292c')
  expect(contentHash('foobar').slice(0, 8)).toBe('bf9cf968')
  expect(contentHash('2026-11-20T00:00|CAYJ+64121|3900')).toBe('5fcffaf75b84302aff52cd7157331cf3')
})
