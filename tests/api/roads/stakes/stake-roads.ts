import { readFileSync } from 'node:fs'
import type {
  RoadName,
  StakeContext,
  StakeReading,
  StakeRefusal,
} from '../../../../api/roads/stakes/stake-reading.ts'
import { parseStakeText } from '../../../../api/roads/stakes/stake-text.ts'

interface RoadRow extends Omit<RoadName, 'aliases'> {
  aliases: { name: string }[]
}

const file = new URL('../../../../gis-data/roads.json', import.meta.url)
const { roads: rows } = JSON.parse(readFileSync(file, 'utf8')) as { roads: RoadRow[] }

/** The five roads as texts name them. */
export const roadNames: RoadName[] = rows.map((road) => ({
  ...road,
  aliases: road.aliases.map(({ name }) => name),
}))

export function read(text: string, context: StakeContext = {}): StakeReading {
  const parsed = parseStakeText(text, { roads: roadNames, ...context })
  if (!parsed.ok) throw new Error(`${text}: ${parsed.refusal}`)
  return parsed.reading
}

export function refusal(text: string, context: StakeContext = {}): StakeRefusal | undefined {
  const parsed = parseStakeText(text, { roads: roadNames, ...context })
  return parsed.ok ? undefined : parsed.refusal
}
