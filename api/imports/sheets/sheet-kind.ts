import { importKinds, type ImportKind, type SheetRow } from '../import-types.ts'
import { findHeader } from './find-header.ts'

/** Which kind of record a sheet holds; undefined where none or two fit as well. */
export function kindOfSheet(rows: readonly SheetRow[]): ImportKind | undefined {
  const ranked = importKinds
    .map((kind) => {
      const fields = findHeader(rows, kind)?.fields ?? []
      return { kind, count: fields.filter((field) => field !== null).length }
    })
    .sort((a, b) => b.count - a.count)
  const [best, second] = ranked
  return best && best.count > 0 && best.count > (second?.count ?? 0) ? best.kind : undefined
}
