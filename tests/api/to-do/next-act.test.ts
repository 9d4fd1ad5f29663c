import { describe, expect, test } from 'vitest'
import type { HazardActionId } from '../../../api/hazards/hazard-actions.ts'
import { lifeCycle, transitionEntries } from '../../../api/hazards/life-cycle.ts'
import type { ClockId } from '../../../api/hazards/clocks/clock-times.ts'
import type { Hazard } from '../../../api/hazards/hazard.schema.ts'
import type { HazardStatus } from '../../../api/hazards/hazard-status.ts'
import { actDue, onwardAct, overdueAct } from '../../../api/to-do/next-act.ts'
import { daysInWords } from '../../../api/to-do/to-do-words.ts'

const today = '2026-11-23'
const actsFrom = (status: HazardStatus) =>
  transitionEntries.filter(([, { from }]) => from.includes(status)).map(([action]) => action)
const ticket = (status: HazardStatus, allowedActions: HazardActionId[] = actsFrom(status)) => ({
  ...{ status, allowedActions, dueDate: '2027-06-30' as string | null, clocks: [] as Hazard['clocks'] },
  flags: [] as string[],
})
const running = (code: ClockId, dueOn: string) => ({
  ...{ code, dueOn, since: '2026-11-01', overdueDays: 0, warning: null },
})

describe('the act that takes a ticket on', () => {
  test('from every state of the main line exactly one act leads on, whatever turn-offs there are', () => {
    const line = ([10, 15, 20, 30, 40, 50, 60, 75] as const).map((status) => onwardAct(ticket(status)))
    expect(line).toEqual([
      ...['approve', 'resubmit', 'notify', 'sign', 'requestAcceptance', 'accept', 'close', 'resumeRemedy'],
    ])
    expect(onwardAct(ticket(70))).toBeUndefined()
  })

  test('nobody is sent to an act that is not theirs', () => {
    expect(onwardAct(ticket(10, ['return', 'merge']))).toBeUndefined()
    expect(actDue(ticket(20, []), null, today)).toBeUndefined()
  })

  test('a civilian prepares the review until somebody did, by the day on which it is due', () => {
    const drafts = { ...ticket(10, ['draftReview']), clocks: [running('review', '2026-11-26')] }
    expect(actDue(drafts, null, today)).toEqual({ act: 'draftReview', due: '2026-11-26' })
    expect(actDue({ ...drafts, flags: ['reviewDrafted'] }, null, today)).toBeUndefined()
    expect(actDue({ ...drafts, allowedActions: ['approve', 'draftReview'] }, null, today)?.act).toBe(
      'approve',
    )
  })

  test('an act is due when the clock that it answers ends, whatever other clocks run', () => {
    const clocks = [running('control', '2026-11-01'), running('review', '2026-11-26')]
    expect(actDue({ ...ticket(10), clocks }, null, today)).toEqual({ act: 'approve', due: '2026-11-26' })
    expect(actDue(ticket(10), null, today)).toEqual({ act: 'approve', due: null })
    // Each act of the main line ends a clock, but for those that nobody waits for.
    const line = transitionEntries.filter(
      ([action]) => onwardAct(ticket(lifeCycle[action].from[0]!)) === action,
    )
    for (const [action, { answers = [] }] of line)
      if (action !== 'takeBack' && action !== 'resumeRemedy') expect(answers, action).not.toEqual([])
  })

  test('while the unit mends the road the squad reports when that clock ends; never yet: today', () => {
    const mine = ticket(40, ['progress'])
    expect(actDue({ ...mine, clocks: [running('progress', '2026-12-20')] }, null, today)).toBeUndefined()
    expect(actDue({ ...mine, clocks: [running('progress', '2026-11-20')] }, null, today)).toEqual({
      ...{ act: 'progress', due: '2026-11-20' },
    })
    expect(actDue(mine, null, today)).toEqual({ act: 'progress', due: today })
  })

  test('a week before its announced end the clerk is asked whether it is done', () => {
    const clerks = ticket(40, ['requestAcceptance'])
    expect(actDue(clerks, '2026-11-30', today)).toEqual({
      ...{ act: 'requestAcceptance', due: '2026-11-30' },
    })
    expect(actDue(clerks, '2026-12-01', today)).toBeUndefined()
  })

  test('an overdue ticket is urged where that may be done', () => {
    expect(overdueAct(ticket(40, ['requestAcceptance']))).toBe('requestAcceptance')
    expect(overdueAct({ status: 40, allowedActions: ['requestAcceptance', 'urge' as HazardActionId] })).toBe(
      'urge',
    )
    expect(lifeCycle.requestAcceptance.to).toBe(50)
  })
})

test('days are said in words', () => {
  expect([-12, 0, 5].map((days) => daysInWords(days).zh)).toEqual(['逾期 12 天', '今天到期', '还有 5 天'])
  expect(daysInWords(-1).en).toBe('1 day overdue')
})
