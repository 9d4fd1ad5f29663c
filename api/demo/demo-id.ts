import type { Random } from './seeded-random.ts'

const hex = (random: Random, digits: number) =>
  Array.from({ length: digits }, () => random.integer(0, 15).toString(16)).join('')

/** A version 7 id made of the row's own time and the seed: links to demo rows survive a reload of the data. */
export function demoId(at: Date, random: Random): string {
  const time = at.getTime().toString(16).padStart(12, '0')
  const variant = random.pick(['8', '9', 'a', 'b'])
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(random, 3)}-${variant}${hex(random, 3)}-${hex(random, 12)}`
}
