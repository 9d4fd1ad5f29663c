import { describe, expect, test, vi } from 'vitest'
import type { Gap, GapList } from '../../../web/src/api/api-types.ts'
import { GapDesk } from '../../../web/src/facilities/gap-desk.svelte.ts'
import { placeOfGap, proposalText } from '../../../web/src/facilities/gap-text.ts'
import type { AppState } from '../../../web/src/state/app-state.svelte.ts'
import { wordsIn } from '../../../web/src/text/words.ts'
import { evaluateGaps } from '../../../api/gaps/evaluate-gaps.ts'
import { facility, facts, hazard } from '../../api/gaps/gap-facts.ts'

const planned = facility(1850, { state: 'planned' })
/** Two directions of a livestock stretch, one of them answered, and an inspection that nobody made. */
const gaps: Gap[] = evaluateGaps(
  facts({
    hazards: [hazard(2000, null, { types: ['F1'] })],
    facilities: [planned, facility(9000, { inspectionDueOn: '2026-11-01', point: [108, 39] })],
  }),
)
const listOf = (items: Gap[]): GapList => ({
  ...{ items, total: items.length, located: items.length, counts: [], asOf: '2026-11-23' },
})

function deskOver(calls: Record<string, unknown> = {}, rights: readonly string[] = ['facility:write']) {
  const app = {
    calls: { gaps: vi.fn(async () => listOf(gaps)), ...calls },
    data: { forget: vi.fn(), facilities: {}, hazards: {}, hotspots: {} },
    url: { road: null },
    session: { may: (right: string) => rights.includes(right) },
    ...{ refresh: vi.fn(), words: wordsIn('zh'), language: 'zh' },
  }
  return { app, desk: new GapDesk(app as unknown as AppState) }
}

describe('the list of gaps', () => {
  test('shows what nothing is planned for; the rest is a choice away', async () => {
    const { desk } = deskOver()
    await desk.load()
    expect(desk.items.map(({ rule }) => rule)).toEqual(['hazardUnwarned', 'inspectionOverdue'])
    expect(desk.openCount).toBe(2)
    desk.state = 'answered'
    expect(desk.items).toMatchObject([{ rule: 'hazardUnwarned', answered: { id: planned.id } }])
    desk.state = 'all'
    desk.rule = 'inspectionOverdue'
    expect(desk.items).toHaveLength(1)
  })

  test('numbers on the map are those of the list, and a tap on one takes that gap in hand', async () => {
    const { desk } = deskOver()
    await desk.load()
    expect(desk.pins.map(({ number }) => number)).toEqual([1, 2])
    desk.chooseNumber(2)
    expect(desk.current!.rule).toBe('inspectionOverdue')
    expect(desk.spotlight).toMatchObject({ ring: [108, 39] })
  })

  test('an act offered is one that the person may do and that the gap allows', async () => {
    const { desk } = deskOver()
    await desk.load()
    const [unwarned, overdue] = desk.items
    expect([desk.mayPlan(unwarned!), desk.mayPlan(overdue!), desk.mayTicket(unwarned!)]).toEqual([
      ...[true, false, false],
    ])
    const { desk: onlooker } = deskOver({}, [])
    expect(onlooker.mayPlan(unwarned!)).toBe(false)
  })

  test('a plan whose answer was lost is sent again under the same id', async () => {
    const planGap = vi
      .fn()
      .mockRejectedValueOnce(new Error('no signal'))
      .mockResolvedValue({ id: 'f', number: 'SS-1', roadName: '京拉线', stakeText: 'K1+850' })
    const { app, desk } = deskOver({ planGap })
    await desk.load()
    const gap = desk.items[0]!
    await desk.plan(gap)
    expect(desk.failure).toBeInstanceOf(Error)
    await desk.plan(gap)
    expect(planGap.mock.calls[0]).toEqual(planGap.mock.calls[1])
    expect(desk.failure).toBeUndefined()
    expect(desk.made).toMatchObject({
      record: { kind: 'facility' },
      text: '已转为计划设施 SS-1（京拉线 K1+850）。',
    })
    expect(app.calls.gaps).toHaveBeenCalledTimes(2)
  })
})

describe('a gap in words', () => {
  const teller = { words: wordsIn('zh'), language: 'zh' as const }
  const [west] = gaps.filter(({ direction }) => direction === 'decreasing')

  test('names the road, the stake and the way the traffic goes', () => {
    expect(placeOfGap(west!, teller)).toBe('X1 K2+000 · 往西镇方向')
  })

  test('left and right are the driver’s: a sign on the left of the stakes is on the right of who drives against them', () => {
    expect(west!.proposal!.side).toBe('left')
    expect(proposalText(west!.proposal!, teller)).toBe(
      '试验路 K2+150，行车方向右侧，提前 150 米设警示标牌1块“注意牲畜”',
    )
  })
})
