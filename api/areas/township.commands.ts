import type { Database } from '../db/tables.ts'
import { Unprocessable } from '../http/problem.ts'
import { areaMessages } from './area-messages.ts'
import { listAreas } from './area.queries.ts'
import { townshipByName, townshipsOf } from './township-by-name.ts'

/** The name of the township that is meant, for whoever says it by name or by code; anything else is refused. */
export async function requireTownship(db: Database, text: string): Promise<string> {
  const areas = await listAreas(db)
  const found = townshipByName(areas, text)
  if (found) return found.name
  const names = townshipsOf(areas).map(({ name }) => name)
  const message = areaMessages.unknownTownship(text, names)
  throw new Unprocessable(message, [{ path: 'township', message }])
}
