import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Nearly a minute and more each. A fresh machine remembers no times, and would leave one of them for the end, alone. */
const longest = [
  'killed-service',
  'day-on-',
  'killed-import',
  'commands',
  'move-facility',
  'facility-symbols',
]

const rankOf = ({ moduleId }: TestSpecification) => {
  const rank = longest.findIndex((name) => moduleId.includes(`/${name}`) && moduleId.endsWith('.e2e.test.ts'))
  return rank < 0 ? longest.length : rank
}

/** The longest files of the whole service first; everything else as it would be. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b))
  }
}
