import { createReadStream, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import exceljs from 'exceljs'
import { streamCsvRows, streamXlsxRows } from 'hucre'
import { CompiledQuery, sql } from 'kysely'
import type { Database, Trx } from '../../api/db/tables.ts'
import { openSheets } from '../../api/imports/files/open-sheets.commands.ts'
import type { AccidentFile } from './accident-file.ts'

/** The title is not a record. */
const titleRows = 1

function requireRows(read: number, { rows, name }: AccidentFile): void {
  if (read !== rows + titleRows) throw new Error(`${name}: ${read} rows read, not ${rows + titleRows}`)
}

/** The service's own reader, and nothing made of what it reads. */
export async function readBare(file: AccidentFile): Promise<void> {
  const open = await openSheets(file.path, file.name)
  let read = 0
  for await (const rows of open.rows(0, {})) read += rows.length
  await open.close()
  requireRows(read, file)
}

/** The streaming reader of the spreadsheet library; its csv wants the whole text. */
export async function readWithHucre(file: AccidentFile): Promise<void> {
  let read = 0
  if (file.kind === 'csv') {
    for (const cells of streamCsvRows(readFileSync(file.path, 'utf8'))) if (cells.length > 0) read++
  } else {
    const bytes = Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>
    for await (const { values } of streamXlsxRows(bytes)) if (values.length > 0) read++
  }
  requireRows(read, file)
}

/** Only what is compared: values in rows, as exceljs streams them. */
const exceljsOptions = {
  worksheets: 'emit',
  sharedStrings: 'cache',
  styles: 'ignore',
  hyperlinks: 'ignore',
  entries: 'ignore',
} as const

/** Streams workbooks; its csv reader, fast-csv, brings rows as they come but keeps them all as a worksheet. */
export async function readWithExceljs(file: AccidentFile): Promise<void> {
  let read = 0
  if (file.kind === 'csv') {
    const sheet = await new exceljs.Workbook().csv.readFile(file.path, { map: (value: unknown) => value })
    read = sheet.actualRowCount
  } else {
    const book = new exceljs.stream.xlsx.WorkbookReader(file.path, exceljsOptions)
    for await (const sheet of book) for await (const row of sheet) if (row.hasValues) read++
  }
  requireRows(read, file)
}

interface Column {
  readonly name: string
  readonly type: string
}

const rowsAtOnce = 500
const bare = 'accident_bare'

async function accidentColumns(db: Database): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = 'accident'::regclass and attnum > 0 and not attisdropped
    order by attnum`.execute(db)
  return rows
}

/** As texts, which is how any client sends them. */
async function readPage(
  db: Database,
  columns: readonly Column[],
  after: string,
): Promise<(string | null)[][]> {
  const texts = columns.map(({ name }) => sql`${sql.ref(name)}::text as ${sql.ref(name)}`)
  const { rows } = await sql<Record<string, string | null>>`
    select ${sql.join(texts)} from accident where id > ${after}::uuid order by id limit ${rowsAtOnce}`.execute(
    db,
  )
  return rows.map((row) => columns.map(({ name }) => row[name]!))
}

function insertStatement(columns: readonly Column[], rows: number): string {
  const cast = ({ type }: Column, number: number) =>
    `$${number}${type.endsWith('[]') ? `::text::${type}` : ''}`
  const tuple = (row: number) =>
    `(${columns.map((column, i) => cast(column, row * columns.length + i + 1)).join(',')})`
  const tuples = Array.from({ length: rows }, (_, row) => tuple(row)).join(',')
  return `insert into ${bare} (${columns.map(({ name }) => `"${name}"`).join(',')}) values ${tuples}`
}

async function copyRows(trx: Trx, columns: readonly Column[]): Promise<{ rows: number; ms: number }> {
  const idAt = columns.findIndex(({ name }) => name === 'id')
  let [rows, ms, after] = [0, 0, '00000000-0000-0000-0000-000000000000']
  for (;;) {
    const page = await readPage(trx, columns, after)
    if (page.length === 0) return { rows, ms }
    const start = performance.now()
    await trx.executeQuery(CompiledQuery.raw(insertStatement(columns, page.length), page.flat()))
    ms += performance.now() - start
    rows += page.length
    after = page.at(-1)![idAt]!
  }
}

/**
 * The accidents of the database once more, as any client would insert them: 500 rows and their parameters in each
 * statement, all in one transaction, into a table without an index, a constraint or a trigger. Values are ready as texts
 * beforehand and only the statements are timed, so nothing that an import has to do is in this floor: no reading, no
 * checking, no comparing, no preview. COPY would be faster still, but it is no multi-row insert.
 */
export async function insertBare(db: Database): Promise<{ rows: number; ms: number }> {
  await sql`create table ${sql.table(bare)} (like accident including defaults)`.execute(db)
  const columns = await accidentColumns(db)
  const copied = await db.transaction().execute((trx) => copyRows(trx, columns))
  await sql`drop table ${sql.table(bare)}`.execute(db)
  return copied
}
