import type { Database } from '../../db/tables.ts'
import { defaultOffice, type Office } from './office.ts'

/** What the brigade has filled in, over what a brigade would usually write. */
export function findOffice(db: Database): Promise<Office> {
  void db
  return Promise.resolve(defaultOffice)
}
