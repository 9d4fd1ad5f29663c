import { expect, test } from 'vitest'
import { OfficeInput } from '../../../api/documents/office/office.schema.ts'
import { defaultOffice } from '../../../api/documents/office/office.ts'
import type { Office } from '../../../web/src/api/letter-calls.ts'
import { OfficeDraft, longestOf, officeGroups } from '../../../web/src/office/office-draft.svelte.ts'
import { wordsIn } from '../../../web/src/text/words.ts'

const office = {
  ...defaultOffice,
  ...{ version: 3, updatedAt: null, updatedByName: null },
  proposedNumbers: { letter: '鄂公交隐函〔2026〕8号', report: '鄂公交发〔2026〕1号' },
} as unknown as Office

test('what comes is what goes when nothing was changed, and nothing else goes along', () => {
  const { input, isReady, version } = new OfficeDraft(office)
  expect(isReady).toBe(true)
  expect(version).toBe(3)
  expect(input).toEqual(defaultOffice)
  expect(OfficeInput.safeParse(input).success).toBe(true)
})

test('what is needed is named when it is empty; signatories may stay empty', () => {
  const draft = new OfficeDraft(office)
  draft.lines.organ = '  '
  draft.lines.signer = ''
  expect(draft.missing).toEqual(['organ'])
  expect(draft.isReady).toBe(false)
  draft.lines.organ = ' 鄂托克旗交管大队 '
  draft.replyDays = '0'
  expect(draft.hasReplyDays).toBe(false)
  draft.replyDays = '15'
  expect(draft.input).toMatchObject({ organ: '鄂托克旗交管大队', replyDays: 15 })
})

test('a new basis has an id of its own and is asked for whole', () => {
  const draft = new OfficeDraft(office)
  draft.addBasis()
  draft.addBasis()
  expect(new Set(draft.bases.map(({ id }) => id)).size).toBe(6)
  expect(draft.isReady).toBe(false)
  draft.removeBasis('own6')
  draft.bases = draft.bases.filter(({ id }) => !id.startsWith('own'))
  expect(draft.isReady).toBe(true)
  draft.bases = []
  expect(draft.isReady).toBe(false)
})

test('every line has its words, and no field takes more than the service does', () => {
  const { lines, hints } = wordsIn('zh').office
  const { shape } = OfficeInput
  for (const line of Object.values(officeGroups).flat()) {
    expect(lines[line].length * hints[line].length).toBeGreaterThan(0)
    expect(shape[line].safeParse('字'.repeat(longestOf(line))).success, line).toBe(true)
  }
})
