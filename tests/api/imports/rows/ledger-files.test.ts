import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { Cell, ImportKind, SheetRow } from '../../../../api/imports/import-types.ts'
import { findHeader } from '../../../../api/imports/sheets/find-header.ts'
import {
  facilityLedger,
  hazardLedger,
  roadSafetyWorksBase,
} from '../../../fixtures/imports/domain-samples.ts'
import type { ImportFile } from '../../../fixtures/imports/workbook.ts'
import { ledgerContext } from './ledger-context.ts'
import { readFacilityRows, readHazardRows } from './read-rows.ts'

async function rowsOf({ bytes }: ImportFile): Promise<SheetRow[]> {
  const { sheets } = await readXlsx(bytes)
  return sheets[0]!.rows.map((cells, index) => ({ number: index + 1, cells: cells as Cell[] }))
}

async function read(file: ImportFile, kind: ImportKind, readRows: typeof readHazardRows) {
  const rows = await rowsOf(file)
  return readRows(rows, findHeader(rows, kind)!, ledgerContext).map(({ values }) => values)
}

test('the ledger of hazards keeps its time limits in words and closes nothing', async () => {
  const hazards = await read(hazardLedger(), 'hazards', readHazardRows)
  expect(hazards).toMatchObject([
    { road: 'G109', dueText: '2018年底前', dueDate: '2018-12-31', status: 50, level: 3, fundsWan: '12.50' },
    { road: 'S216', fromStake: 38_000, dueText: '立即整改', status: 40, types: ['E5'] },
    { dueText: '限期', status: 35, types: ['F1'], fromStake: 21_000, toStake: 22_000 },
  ])
  expect(hazards[0]!.supervisionLevel).toBe(2)
  expect(hazards[1]!.remark).toContain('长期坚持')
})

test('the base of the safety works is recognised as hazards', async () => {
  const hazards = await read(roadSafetyWorksBase(), 'hazards', readHazardRows)
  expect(hazards).toMatchObject([
    { road: 'S313', types: ['A1', 'A6'], advice: '加装护栏', fundsWan: '36.50', direction: 'both' },
    { road: 'G109', types: ['C1'], fromStake: 1_012_650, toStake: 1_012_700, fundsWan: '8.00' },
  ])
})

test('the ledger of facilities gives kinds, quantities and states', async () => {
  const facilities = await read(facilityLedger(), 'facilities', readFacilityRows)
  expect(facilities).toMatchObject([
    {
      kind: 'solar_strobe',
      quantity: 4,
      unit: '盏',
      stake: 1_046_200,
      direction: 'decreasing',
      state: 'working',
    },
    { kind: 'warning_sign', quantity: 2, unit: '块', state: 'missing' },
    { kind: 'speed_bump', quantity: 2, lengthMetres: 14, installedOn: '2018-05-01' },
  ])
})
