import { expect, test } from 'vitest'
import { chanceWord } from '../../../api/hotspots/chance.ts'

test.each([
  ['two accidents are worth no word', 2, 1e-9, 1e-9, 'smallSample'],
  ['rare in itself and among all windows', 5, 1e-6, 0.001, 'hardlyChance'],
  ['rare in itself, yet thousands of windows were looked at', 8, 0.0036, 0.4, 'maybeChance'],
  ['not even rare in itself', 3, 0.2, 0.01, 'maybeChance'],
  ['a run of before kept the one probability only', 5, 1e-6, undefined, 'hardlyChance'],
] as const)('%s', (_, densest, pValue, falseDiscovery, word) => {
  expect(chanceWord({ densest, pValue, falseDiscovery })).toBe(word)
})
