import { afterAll, expect, test } from 'vitest'
import type { AccidentRowContext } from '../../../../api/imports/rows/accident-record.ts'
import { findHeader } from '../../../../api/imports/sheets/find-header.ts'
import * as traps from '../../../fixtures/imports/accident-traps.ts'
import { gcj02Export, generalProcedureExport } from '../../../fixtures/imports/domain-samples.ts'
import type { ImportFile } from '../../../fixtures/imports/workbook.ts'
import { readAll, removeFiles } from '../files/open-file.ts'
import { ledgerContext } from './ledger-context.ts'
import { readAccidentRows } from './read-rows.ts'

afterAll(removeFiles)

/** Nobody said in which system the coordinates are. */
const context: AccidentRowContext = { ...ledgerContext, crs: undefined, procedure: 'general' }

/** Each record of the file as it lies in the staging folder: rows, values that are looked at, what a person is asked. */
async function read(file: ImportFile, looked: readonly string[]) {
  const { rows } = await readAll(file)
  const procedure = file.name.startsWith('简易') ? 'simple' : 'general'
  const records = readAccidentRows(rows, findHeader(rows, 'accidents')!, { ...context, procedure })
  return records.map(({ rowNumbers, values, findings }) => [
    rowNumbers.join('+'),
    ...looked.map((field) => values[field] ?? null),
    findings.filter(({ severity }) => severity !== 'note').map(({ code }) => code),
  ])
}

const no = traps.accidentNo
const noLossNoForm = ['amount_missing', 'form_missing']
const [lost, undeclared] = ['number_precision_lost', ['crs_undeclared', ...noLossNoForm]]

type Row = readonly [rows: string, ...values: unknown[]]

test.each<[name: string, file: () => ImportFile, looked: readonly string[], records: readonly Row[]]>([
  ['title rows above the header', traps.titleRowsAboveTheHeader, ['injured'], [['5', 1, []]]],
  [
    'blank rows between',
    traps.blankRowsBetween,
    ['accidentNo'],
    [
      ['2', no(1), []],
      ['5', no(2), []],
    ],
  ],
  [
    'subtotals, a total and notes below',
    traps.totalRowAndNotesBelow,
    ['accidentNo'],
    [
      ['2', no(1), []],
      ['4', no(2), []],
    ],
  ],
  [
    'the header again on each page',
    traps.headerRepeatedAtPageBreaks,
    ['accidentNo'],
    [
      ['2', no(1), []],
      ['4', no(2), []],
    ],
  ],
  [
    'a merged header of two levels',
    traps.twoLevelMergedHeader,
    ['killed', 'injured', 'lossYuan', 'stake'],
    [['3', 1, 2, 3000, 1_023_500, ['injured_summed', 'form_missing']]],
  ],
  [
    'numbers that a spreadsheet damaged, and then wrote as text',
    traps.accidentNumbersInScientificText,
    ['accidentNo'],
    [['2+3', null, [lost, 'party_rows_unnumbered']]],
  ],
  [
    'one number with other contents',
    traps.sameNumberDifferentValues,
    ['accidentNo', 'killed', 'lossYuan'],
    [['2+3', no(1), 1, 8000, ['party_counts_differ', 'party_counts_differ']]],
  ],
  [
    'the same line again, which only the comparison within the file may drop',
    traps.onePartyPerRow,
    ['accidentNo'],
    [
      ['2', no(1), []],
      ['3', no(1), []],
      ['4', no(1), []],
      ['5', no(2), []],
    ],
  ],
  [
    'another number near by',
    traps.sameAccidentOtherNumber,
    ['accidentNo', 'stake'],
    [
      ['2', no(1), 1_023_500, []],
      ['3', no(2), 1_023_620, []],
    ],
  ],
  ['full-width text', traps.fullWidthText, ['road', 'stake', 'injured'], [['2', 'G109', 1_023_500, 1, []]]],
  [
    'letters for digits in numbers and stakes, and in words left alone',
    traps.confusableCharacters,
    ['stake', 'injured', 'placeText'],
    [['2', 1_023_500, null, 'OK加油站门前', ['stake_confusable', 'number_unreadable_value']]],
  ],
  [
    'codes for names',
    traps.codesInsteadOfNames,
    ['form'],
    [2, 3, 4, 5, 6].map((row) => [`${row}`, '11', []]),
  ],
  [
    'other names of a road',
    traps.roadAliases,
    ['road'],
    [2, 3, 4, 5, 6].map((row) => [`${row}`, 'G109', []]),
  ],
  [
    'dates without their year',
    traps.datesWithoutYear,
    ['occurredAt'],
    [
      ['2', null, ['date_no_year']],
      ['3', null, ['date_no_year']],
    ],
  ],
  [
    'counts and amounts in words',
    traps.countsWithWords,
    ['injured', 'lossYuan'],
    [
      ['2', 2, 3000, []],
      ['3', 2, 3000, []],
      ['4', 0, 110_000, ['count_none_as_zero']],
      ['5', 0, 3000, ['count_none_as_zero']],
      ['6', 0, null, ['count_none_as_zero', 'amount_missing']],
      ['7', null, null, ['number_negative', 'number_negative']],
    ],
  ],
  [
    'coordinates in any writing',
    traps.coordinateWritings,
    ['lon', 'lat'],
    [
      ['2', 107.976, 39.09, undeclared],
      ['3', 107.976, 39.09, undeclared],
      ['4', expect.closeTo(107.976, 3), expect.closeTo(39.09, 3), undeclared],
      ['5', expect.closeTo(107.976, 3), expect.closeTo(39.09, 3), undeclared],
    ],
  ],
  [
    'coordinates exchanged',
    traps.swappedCoordinates,
    ['lon', 'lat'],
    [['2', 107.976, 39.09, ['coordinate_swapped', ...undeclared]]],
  ],
  ['coordinates of nought', traps.zeroCoordinates, ['lon'], [['2', null, noLossNoForm]]],
  [
    'coordinates in metres',
    traps.projectedCoordinates,
    ['crs'],
    [['2', 'gk36', ['coordinate_swapped', 'coordinate_projected', ...noLossNoForm]]],
  ],
  [
    'coordinates of elsewhere',
    traps.coordinatesOutsideTheBanner,
    ['lon'],
    [['2', null, ['coordinate_outsideRegion', ...noLossNoForm]]],
  ],
  [
    'the text of the register with four numbers',
    traps.electronicCoordinateText,
    ['lon', 'lat'],
    [['2', 107.976, 39.09, undeclared]],
  ],
  [
    'points of a phone map whose system nobody named',
    gcj02Export,
    ['stake', 'crs'],
    [
      ['2', 1_046_200, null, undeclared],
      ['3', 1_046_400, null, undeclared],
    ],
  ],
  [
    'the export of the general procedure',
    generalProcedureExport,
    ['accidentNo', 'stake', 'injured', 'lossYuan'],
    [
      ['4', null, 1_046_200, 2, 3000, [lost, 'injured_summed', 'form_missing']],
      ['5', null, 38_000, 1, 11_000, [lost, 'injured_summed', 'form_missing']],
      ['6', no(3), 988_000, 1, 500, ['injured_summed', 'form_missing']],
    ],
  ],
  [
    'the export of the simple procedure in GBK',
    traps.simpleProcedureCsvInGbk,
    ['killed', 'stake', 'lossYuan'],
    [
      ['2', 0, 1_046_200, 1200, ['squad_unknown', 'form_missing']],
      ['3', 0, 38_000, 800, ['squad_unknown', 'form_missing']],
    ],
  ],
])('%s', async (_name, file, looked, records) => {
  expect(await read(file(), looked)).toEqual(records)
})

test('names, numbers and plates in a free text are masked', async () => {
  const [[, placeText]] = (await read(traps.personalDataInFreeText(), ['placeText'])) as [[string, string]]
  expect(placeText).toBe('109国道1023公里处，驾驶人王某身份证［证件号］，电话［电话］，车牌［号牌］')
})

test('stakes and dates in every writing are read by the row, or asked about', async () => {
  const stakes = await read(traps.stakeWritings(), ['stake'])
  const metres = stakes.map(([, stake]) => stake)
  expect(metres).toEqual([
    ...[1_023_500, 1_023_500, 1_023_005, 1_023_500, 1_023_500, 1_023_500, 1_023_500, 1_023_500, 1_023_500],
    // Of a range its beginning; where the metres are too many, the words for the place.
    ...[1_023_500, 1_023_500, 1_023_000, 12_030, 913_050, 1_023_500, 38_000, 1_046_200],
  ])
  const asked = stakes.filter((record) => (record.at(-1) as string[]).length > 0).map(([rows]) => rows)
  expect(asked).toEqual(['4', '10', '11', '16'])
  const dates = await read(traps.dateWritings(), ['occurredAt', 'timePrecision'])
  expect(dates.every(([, at]) => /^2018-03-0[56]T/.test(at as string))).toBe(true)
  expect(dates.filter((record) => (record.at(-1) as string[]).length > 0)).toMatchObject([
    ['15', '2018-03-05T14:30:00+08:00', 'minute', ['date_two_digit_year']],
  ])
})
