import { describe, expect, test } from 'vitest'
import { extensionErrors, endOfWinter, isLateRequest } from '../../../api/hazards/clocks/extension-rules.ts'
import { hazardClocks, type Clocked } from '../../../api/hazards/clocks/hazard-clocks.ts'
import { threeTimely } from '../../../api/hazards/clocks/three-timely.ts'
import { urgingDue } from '../../../api/hazards/clocks/urging.ts'
import { addWorkingDays, calendarOf, workingDaysBetween } from '../../../api/hazards/clocks/working-days.ts'
import { hazardActionIds } from '../../../api/hazards/hazard-actions.ts'
import { hazardStatuses } from '../../../api/hazards/hazard-status.ts'
import { lifeCyclePage } from '../../../api/hazards/life/life-cycle-page.ts'
import { lifeInProse } from '../../../api/hazards/life/life-in-prose.ts'
import { lifeCycle } from '../../../api/hazards/life-cycle.ts'

const announced = calendarOf([])

describe('working days', () => {
  test('skip the weekend: three from a Friday end on Wednesday', () => {
    expect(addWorkingDays('2026-11-27', 3, announced)).toBe('2026-12-02')
  })

  test('skip the National Day week and count the Sunday worked before it', () => {
    expect(addWorkingDays('2026-09-18', 1, announced)).toBe('2026-09-20')
    expect(addWorkingDays('2026-09-30', 1, announced)).toBe('2026-10-08')
    expect(workingDaysBetween('2026-09-30', '2026-10-10', announced)).toBe(3)
  })

  test('what was entered goes before what was announced and before the weekday', () => {
    const entered = calendarOf([
      { day: '2026-09-20', kind: 'holiday', name: '改' },
      { day: '2027-01-01', kind: 'holiday', name: '元旦' },
    ])
    expect(addWorkingDays('2026-09-18', 1, entered)).toBe('2026-09-21')
    expect(addWorkingDays('2026-12-31', 1, entered)).toBe('2027-01-04')
  })
})

const hazard: Clocked = {
  status: 10,
  level: 1,
  isBlackSpot: false,
  dueDate: null,
  temporaryControl: 'inPlace',
  remedyPlan: null,
  registeredOn: '2026-11-23',
  facts: {
    actedAt: {},
    photos: { found: 1 },
    listing: null,
    listingLevel: 0,
    isExtensionPending: false,
    extensionsGranted: 0,
    noticeOn: null,
    receiptOn: null,
    hasNotice: false,
    hasGovernmentReport: false,
    lastRevisit: null,
    isReopeningProposed: false,
  },
}
const acted = (actedAt: Record<string, string>, changes: Partial<Clocked> = {}, facts = {}): Clocked => ({
  ...hazard,
  ...changes,
  facts: { ...hazard.facts, actedAt, ...facts },
})
const on = (day: string, clocked: Clocked) => hazardClocks(clocked, day, announced)

describe('the clocks of a hazard', () => {
  test('a review is due in three working days and warns on the way', () => {
    expect(on('2026-11-23', hazard)).toEqual([
      { code: 'review', since: '2026-11-23', dueOn: '2026-11-26', overdueDays: 0, warning: 'orange' },
    ])
    expect(on('2026-11-28', hazard)).toMatchObject([{ overdueDays: 2, warning: 'red' }])
  })

  test('a find without a photo has a day to get one', () => {
    expect(on('2026-11-23', acted({}, {}, { photos: {} }))).toMatchObject([
      { code: 'photo', dueOn: '2026-11-24' },
      { code: 'review' },
    ])
  })

  test('temporary control is due in seven days, in three where the hazard is major', () => {
    const controlDue = (level: number) =>
      on('2026-11-23', { ...hazard, level, temporaryControl: 'none' }).find(({ code }) => code === 'control')
        ?.dueOn
    expect([controlDue(1), controlDue(3)]).toEqual(['2026-11-30', '2026-11-26'])
  })

  test('progress is due every month, every half month while listed, from the last report', () => {
    const acts = { sign: '2026-10-01T02:00:00Z', progress: '2026-11-01T16:30:00Z' }
    const dueOn = (facts: object) =>
      on('2026-11-23', acted(acts, { status: 40, dueDate: '2027-06-30', remedyPlan: '方案' }, facts)).find(
        ({ code }) => code === 'progress',
      )
    // Half past midnight on the second, here.
    expect(dueOn({})).toMatchObject({ since: '2026-11-02', dueOn: '2026-12-02' })
    expect(dueOn({ listing: 'listed' })).toMatchObject({ dueOn: '2026-11-17', overdueDays: 6 })
  })

  test('a major hazard is reported to the banner within a day of being taken on', () => {
    const major = acted({ approve: '2026-11-23T02:00:00Z' }, { status: 20, level: 3 })
    expect(on('2026-11-23', major).map(({ code }) => code)).toEqual(['reportToGovernment', 'notify'])
    expect(on('2026-11-23', acted(major.facts.actedAt, major, { hasGovernmentReport: true }))).toMatchObject([
      { code: 'notify', dueOn: '2026-11-25' },
    ])
  })

  test('the remedy comes first and stops with the acceptance; then a leader has three days, then the check ninety', () => {
    const acts = {
      sign: '2026-10-01T02:00:00Z',
      accept: '2026-11-23T02:00:00Z',
      close: '2026-11-23T02:00:00Z',
    }
    const codes = (status: 40 | 60 | 70) =>
      on('2026-11-23', acted(acts, { status, dueDate: '2026-11-30', remedyPlan: '方案' })).map(
        ({ code, dueOn }) => [code, dueOn],
      )
    expect(codes(40)[0]).toEqual(['remedy', '2026-11-30'])
    expect(codes(60)).toEqual([['close', '2026-11-26']])
    expect(codes(70)).toEqual([['revisit', '2027-02-21']])
  })
})

describe('an extension', () => {
  const asked = {
    dueDate: '2026-12-10',
    newDueDate: '2027-01-09',
    isWinterPause: false,
    granted: 0,
    temporaryControl: 'none',
    today: '2026-11-23',
  }
  const paths = (changes: object) => extensionErrors({ ...asked, ...changes }).map(({ path }) => path)

  test('is at most thirty days, twice', () => {
    expect(paths({})).toEqual([])
    expect(paths({ newDueDate: '2027-01-10' })).toEqual(['newDueDate'])
    expect(paths({ newDueDate: '2026-12-10' })).toEqual(['newDueDate'])
    expect(paths({ granted: 2 })).toEqual(['newDueDate'])
  })

  test('over the winter reaches to the end of March, and only where temporary control stands', () => {
    const winter = { isWinterPause: true, newDueDate: '2027-03-31' }
    expect(paths({ ...winter, temporaryControl: 'inPlace' })).toEqual([])
    expect(paths(winter)).toEqual(['isWinterPause'])
    expect(paths({ ...winter, temporaryControl: 'inPlace', newDueDate: '2027-04-01' })).toEqual([
      'newDueDate',
    ])
    expect(endOfWinter('2027-02-01')).toBe('2027-03-31')
  })

  test('is late with fewer than five working days left', () => {
    expect(isLateRequest('2026-11-30', '2026-11-23', announced)).toBe(false)
    expect(isLateRequest('2026-11-30', '2026-11-24', announced)).toBe(true)
    expect(isLateRequest('2026-11-20', '2026-11-23', announced)).toBe(true)
  })
})

test('urging climbs with the days, and a step that was taken is not asked for again', () => {
  const due = (today: string, urged: string | null = null) => urgingDue('2026-11-11', urged, today)
  expect(due('2026-10-01')).toBeNull()
  expect([due('2026-11-01'), due('2026-11-12'), due('2026-11-26'), due('2026-12-11')]).toEqual([
    'beforeDue',
    'letter',
    'headOfUnit',
    'safetyCommittee',
  ])
  expect(due('2026-11-20', '2026-11-12')).toBeNull()
  expect(due('2026-11-26', '2026-11-12')).toBe('headOfUnit')
})

test('three measures say how timely it was, and what has not happened has none', () => {
  const moments = {
    foundAt: '2026-11-01T00:00:00Z',
    registeredAt: '2026-11-01T06:00:00Z',
    reportedAt: '2026-11-04T06:00:00Z',
    remediedAt: null,
  }
  expect(threeTimely(moments)).toEqual({ registerHours: 6, reportDays: 3, remedyDays: null })
})

describe('what is told of the life cycle', () => {
  const chinese = lifeInProse.map(({ zh }) => zh).join('\n')
  const english = lifeInProse.map(({ en }) => en).join('\n')

  test.each(Object.values(hazardStatuses))('the prose tells of the state $zh', ({ zh, en }) => {
    expect(lifeInProse.some((told) => told.zh.startsWith(`${zh}：`) && told.en.startsWith(`${en}:`))).toBe(
      true,
    )
  })

  test.each(hazardActionIds)('the prose and the page tell of %s', (action) => {
    expect(chinese).toContain(lifeCycle[action].zh)
    expect(english).toContain(lifeCycle[action].en)
    expect(lifeCyclePage()).toContain(`<code>${action}</code>`)
  })

  test('the page runs no script and loads nothing', () => {
    expect(lifeCyclePage()).not.toMatch(/<script|src=|https?:|undefined|\[object/)
  })
})
