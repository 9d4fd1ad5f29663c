/** Columns whose field is not simply the same name in the other spelling. */
const others: Readonly<Record<string, string>> = {
  squad_code: 'squad',
  road_code: 'road',
  road_name: 'roadName',
  responsible_unit_code: 'responsibleUnit',
  killed_30d: 'killed30d',
  geometry: 'lon',
}

/** occurred_at → occurredAt: which cell of the sheet a column of the table came from. */
export const fieldOfColumn = (column: string): string =>
  others[column] ?? column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
