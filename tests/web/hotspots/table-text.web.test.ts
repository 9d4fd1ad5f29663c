import { expect, test } from 'vitest'
import { tableText } from '../../../web/src/hotspots/table-text.ts'

const bytes = (...values: number[]) => Uint8Array.from(values).buffer

test('a table of a Chinese office machine is read as it was written, with or without a mark', () => {
  expect(tableText(bytes(0xc2, 0xb7, 0xcf, 0xdf, 0x2c, 0x31))).toBe('路线,1')
  expect(tableText(new TextEncoder().encode('路线,1').buffer as ArrayBuffer)).toBe('路线,1')
  expect(tableText(new TextEncoder().encode('\uFEFF路线').buffer as ArrayBuffer)).toBe('路线')
})
