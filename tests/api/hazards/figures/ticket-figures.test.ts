import { describe, expect, test } from 'vitest'
import { closingRates } from '../../../../api/hazards/figures/closing-rates.ts'
import { addRows, fundsText, monthTable } from '../../../../api/hazards/figures/month-table.ts'
import { roadGroupOf } from '../../../../api/hazards/figures/road-groups.ts'
import type { TicketFacts } from '../../../../api/hazards/figures/ticket-facts.ts'
import { medianIn, timelyMedians } from '../../../../api/hazards/figures/timely-medians.ts'
import { seededRandom } from '../../../../api/hotspots/analysis/seeded-random.ts'

const ticket = (patch: Partial<TicketFacts> = {}): TicketFacts => ({
  adminGrade: 'national',
  technicalClass: '12',
  roadName: '国道109线',
  squad: 'L03',
  squadName: '棋盘井中队',
  level: 1,
  status: 40,
  foundOn: '2026-11-01',
  foundAt: '2026-11-01T00:00:00Z',
  registeredAt: '2026-11-01T06:00:00Z',
  reportedAt: null,
  remediedAt: null,
  closedOn: null,
  closings: [],
  wasReopened: false,
  dueDate: null,
  wasTakenOn: true,
  hasUnit: true,
  hasFiveAssurances: false,
  fundsWan: null,
  listedLevel: 0,
  proposedOn: null,
  ...patch,
})

describe('roads are grouped as the monthly form groups them', () => {
  test.each([
    ['national', '11', '国道110线', 'national'],
    ['provincial', '12', '省道313线', 'provincial'],
    ['other', '11', '察敖一级公路', 'firstClass'],
    ['village', null, '通村油路', 'county'],
    ['private', null, '苏里格气田路', 'gasField'],
    [null, null, '某气田井场路', 'gasField'],
    [null, null, '乌兰镇镇区', 'town'],
    [null, null, '额尔和图方向急弯', 'county'],
  ] as const)('%s %s %s is %s', (adminGrade, technicalClass, roadName, group) => {
    expect(roadGroupOf({ adminGrade, technicalClass, roadName })).toBe(group)
  })
})

describe('the monthly table', () => {
  test('counts as remedied what was accepted, not what the unit says', () => {
    const { total } = monthTable([ticket({ status: 50 }), ticket({ status: 60 }), ticket({ status: 70 })])
    expect(total).toMatchObject({ minor: 3, minorRemedied: 2, major: 0 })
  })

  test('counts a major hazard as ended only when it is closed, and 较大 with the minor ones', () => {
    const table = monthTable([
      ticket({ level: 3, status: 60 }),
      ticket({ level: 3, status: 70 }),
      ticket({ level: 2 }),
    ])
    expect(table.total).toMatchObject({ major: 2, majorClosed: 1, minor: 1 })
    expect(table.considerable).toBe(1)
  })

  test('plans hold major and listed hazards with a unit and a date', () => {
    const planned = { dueDate: '2026-12-31' }
    const { total } = monthTable([
      ticket({ level: 3, ...planned, hasFiveAssurances: true }),
      ticket({ level: 3 }),
      ticket({ level: 2, ...planned, listedLevel: 2 }),
      ticket({ level: 1, ...planned }),
      ticket({ level: 3, ...planned, listedLevel: 4, hasUnit: false }),
    ])
    expect(total).toMatchObject({ planned: 2, assured: 1, listed: 2, listedByRegion: 1 })
  })

  test('money is added to the cent', () => {
    const { total } = monthTable(Array.from({ length: 10 }, () => ticket({ fundsWan: '0.10' })))
    expect(fundsText(total.fundsCents)).toBe('1.00')
    expect(
      fundsText(monthTable([ticket({ fundsWan: '86.00' }), ticket({ fundsWan: '35.5' })]).total.fundsCents),
    ).toBe('121.50')
  })

  test('the total is the sum of the rows and every ticket stands in one of them, whatever is drawn', () => {
    const random = seededRandom(7)
    const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]!
    for (let round = 0; round < 60; round++) {
      const tickets = Array.from({ length: Math.floor(random() * 40) }, () =>
        ticket({
          adminGrade: pick(['national', 'provincial', 'county', 'private', 'other', null] as const),
          technicalClass: pick(['11', '12', '21', null]),
          level: pick([1, 2, 3, null] as const),
          status: pick([10, 40, 50, 60, 70] as const),
          fundsWan: pick([null, '0.01', '86.00', '12345678.99']),
          listedLevel: pick([0, 2, 4] as const),
          dueDate: pick([null, '2026-12-01']),
        }),
      )
      const { rows, total } = monthTable(tickets)
      expect(total).toEqual(addRows(rows))
      expect(total.minor + total.major).toBe(tickets.length)
      expect(total.minorRemedied).toBeLessThanOrEqual(total.minor)
      expect(total.assured).toBeLessThanOrEqual(total.planned)
    }
  })
})

test('closing, keeping the date and relapsing are told with what they are parts of', () => {
  const closed = { status: 70, closedOn: '2026-11-10', dueDate: '2026-11-09' } as const
  const rates = closingRates(
    [
      ticket(closed),
      ticket({ ...closed, dueDate: '2026-11-10' }),
      ticket({ status: 40, closedOn: '2026-11-05', dueDate: '2026-11-30', wasReopened: true }),
      ticket({ dueDate: '2026-11-20' }),
      ticket({ dueDate: '2026-11-21' }),
      ticket(),
    ],
    '2026-11-20',
  )
  expect(rates).toEqual({ toClose: 3, closed: 2, everClosed: 3, inTime: 2, relapsed: 1 })
})

describe('medians', () => {
  test('are taken of the times themselves and rounded once', () => {
    expect(medianIn([3, 1, 8], 1)).toEqual({ median: '3.0', of: 3 })
    expect(medianIn([1, 2], 1)).toEqual({ median: '1.5', of: 2 })
    // Rounded one by one they would be 0.0 and 0.1.
    expect(medianIn([40, 60], 1000)).toEqual({ median: '0.1', of: 2 })
    expect(medianIn([], 1)).toEqual({ median: null, of: 0 })
  })

  test('what has not happened is not counted as zero', () => {
    const found = timelyMedians([ticket(), ticket({ reportedAt: '2026-11-03T06:00:00Z' })])
    expect(found).toEqual({
      registerHours: { median: '6.0', of: 2 },
      reportDays: { median: '2.0', of: 1 },
      remedyDays: { median: null, of: 0 },
    })
  })
})
