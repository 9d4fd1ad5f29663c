import { afterAll, describe, expect, test } from 'vitest'
import { newFileReader } from '../../../../api/imports/import-reader.commands.ts'
import type { ReadingSettings } from '../../../../api/imports/import-ground.ts'
import {
  accidentNo,
  accidentRow,
  accidentTitles,
  severalSheets,
} from '../../../fixtures/imports/accident-traps.ts'
import { lyingZipBomb } from '../../../fixtures/imports/hostile-files.ts'
import { oneSheet } from '../../../fixtures/imports/workbook.ts'
import { removeFiles, staged } from './open-file.ts'

afterAll(removeFiles)

const reader = newFileReader()
const settings: ReadingSettings = {
  kind: 'accidents',
  sheet: 'Sheet1',
  fields: null,
  templates: {},
  crs: null,
  procedure: null,
  now: new Date('2018-12-03T00:00:00Z'),
  ground: {
    roadNames: [],
    roads: [],
    networks: [],
    squads: [],
    areas: [],
    units: [],
    squadStretches: [],
    townshipStretches: [],
  },
}

const manyAccidents = (count: number) =>
  oneSheet('事故.xlsx', [
    [...accidentTitles],
    ...Array.from({ length: count }, (_, i) => accidentRow({ 事故编号: accidentNo(i + 1) })),
  ])

describe('the reader of files', { timeout: 60_000 }, () => {
  test('says which sheets there are', async () => {
    const { sheets, close } = await reader.open(await staged(severalSheets()), '多表.xlsx')
    await close()
    expect(sheets.map(({ name }) => name)).toEqual(['一月', '二月'])
  })

  test('refuses a hostile file and lives on', async () => {
    const path = await staged(lyingZipBomb())
    await expect(reader.open(path, '炸弹.xlsx')).rejects.toMatchObject({ code: 'zip_bomb' })
  })

  test('brings all rows in chunks and waits for a slow database', async () => {
    const path = await staged(manyAccidents(3000))
    let running = 0
    let most = 0
    let brought = 0
    const file = await reader.open(path, '事故.xlsx')
    const end = await file.read(settings, {
      signal: new AbortController().signal,
      async onRows({ json, keys }) {
        most = Math.max(most, ++running)
        await new Promise((resolve) => setTimeout(resolve, 20))
        expect(JSON.parse(json)).toHaveLength(keys.length)
        brought += keys.length
        running--
      },
    })
    await file.close()
    expect(brought).toBe(3000)
    expect(end.mapping).toBeDefined()
    expect(most).toBe(1)
  })

  test('stops at once when the clerk cancels', async () => {
    const path = await staged(manyAccidents(3000))
    const cancelling = new AbortController()
    let chunks = 0
    const file = await reader.open(path, '事故.xlsx')
    const reading = file.read(settings, {
      signal: cancelling.signal,
      onRows() {
        chunks++
        cancelling.abort()
        return Promise.resolve()
      },
    })
    await expect(reading).rejects.toThrow(/abort/i)
    expect(chunks).toBe(1)
  })

  test('passes on that the database failed', async () => {
    const path = await staged(manyAccidents(600))
    const file = await reader.open(path, '事故.xlsx')
    const reading = file.read(settings, {
      signal: new AbortController().signal,
      onRows: () => Promise.reject(new Error('no space left')),
    })
    await expect(reading).rejects.toThrow('no space left')
  })

  test('reads one sheet after the other of a file that it has opened once', async () => {
    const { read, close } = await reader.open(await staged(severalSheets()), '多表.xlsx')
    const rowsOf = async (sheet: string) => {
      let rows = 0
      const onRows = ({ keys }: { keys: readonly unknown[] }) => Promise.resolve(void (rows += keys.length))
      await read({ ...settings, sheet }, { signal: new AbortController().signal, onRows })
      return rows
    }
    expect([await rowsOf('一月'), await rowsOf('二月'), await rowsOf('一月')]).toEqual([1, 1, 1])
    await close()
  })

  test('says so when it is asked after its thread has gone', async () => {
    const { read, close } = await reader.open(await staged(severalSheets()), '多表.xlsx')
    await close()
    const reading = read(settings, { signal: new AbortController().signal, onRows: () => Promise.resolve() })
    await expect(reading).rejects.toThrow('could not be read')
  })
})
