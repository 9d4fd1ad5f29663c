import { describe, expect, test } from 'vitest'
import type { AuditEntry } from '../../../web/src/api/api-types.ts'
import { actionWords, objectWords } from '../../../api/audit/audit-words.ts'
import { changesOf, exportedOf } from '../../../web/src/audit/entry-changes.ts'
import { wordsIn } from '../../../web/src/text/words.ts'

const entry = (differences: Partial<AuditEntry>): AuditEntry => ({
  sequence: 1,
  at: '2026-11-23T02:00:00.000Z',
  actorName: '李某',
  personKind: 'sworn',
  department: 'L03',
  action: 'hazard.change',
  objectType: 'hazard',
  objectId: 'x',
  before: null,
  after: null,
  reason: null,
  address: null,
  device: null,
  hash: '',
  isMasked: false,
  ...differences,
})
const words = wordsIn('zh')

describe('an audit entry in words', () => {
  test('names what changed from what to what, and leaves out what stayed and what has no words', () => {
    const changes = changesOf(
      entry({
        before: { status: 10, title: '同一', types: ['C1'], version: 1, request_hash: 'a' },
        after: { status: 20, title: '同一', types: ['C1', 'F6'], version: 2, request_hash: 'b' },
      }),
      words,
      'zh',
    )
    expect(changes).toEqual([
      { field: '状态', before: '待研判', after: '已立项' },
      { field: '隐患类型', before: '平交路口', after: '平交路口、运煤/工业园区重车出入口' },
    ])
  })

  test('writes places as stakes, times on the clock of the banner, and counts with their reach', () => {
    const counted = { accidents: 2, killed: 1, injured: 3, lossYuan: 0 }
    const after = {
      fromStake: 1_046_200,
      foundAt: '2026-11-22T18:30:00.000Z',
      accidentSnapshot: {
        ...{ calibre: 'general', calibreName: '一般程序', cutoff: '2026-11-23', radius: 500 },
        ...{ oneYear: { ...counted, accidents: 1 }, threeYears: counted },
      },
    }
    expect(changesOf(entry({ after }), words, 'zh').map(({ after }) => after)).toEqual([
      'K1046+200',
      '2026年11月23日 02:30',
      '前后 500 米内的一般程序事故（截至 2026-11-23）：近一年1起1死3伤，近三年2起1死3伤',
    ])
  })

  test('tells of what was entered without a before', () => {
    expect(changesOf(entry({ after: { description: '急弯', dueDate: null } }), words, 'zh')).toEqual([
      { field: '隐患情况', before: undefined, after: '急弯' },
      { field: '整改时限', before: undefined, after: '空' },
    ])
  })

  test('tells how much was exported', () => {
    const exported = entry({ action: 'hazard.export', after: { format: 'csv', rows: 26, filter: {} } })
    expect(exportedOf(exported)).toEqual({ rows: 26, format: 'csv' })
    expect(exportedOf(entry({}))).toBeUndefined()
  })

  test('says an act in words, also one that has none of its own', () => {
    expect(actionWords('hazard.close').zh).toBe('隐患销号')
    expect(actionWords('accident.export').zh).toBe('导出事故')
    expect(actionWords('hazard.somethingNew')).toEqual({ zh: '办理隐患', en: 'Handled: hazard' })
    expect(objectWords('unheard').zh).toBe('其他')
  })
})
