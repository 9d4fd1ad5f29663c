import { describe, expect, test } from 'vitest'
import { isPermitted } from '../../../api/auth/permissions.ts'
import { demoFacilities } from '../../../api/demo/demo-facilities.ts'
import { demoInspections } from '../../../api/demo/demo-inspections.ts'
import { demoHazards, hazardSeeds } from '../../../api/demo/demo-hazards.ts'
import { demoUsers } from '../../../api/demo/demo-users.ts'
import { dueClock } from '../../../api/hazards/overdue.ts'
import { bannerDay } from '../../../api/areas/calendar-days.ts'
import { lifeCycle } from '../../../api/hazards/life-cycle.ts'
import { bannerNetwork } from '../roads/network/banner-network.ts'
import { shippedGround } from './demo-ground.ts'

const now = new Date('2026-11-23T02:00:00Z')
const { hazards, transitions, listings, idOfItem } = demoHazards(now, bannerNetwork)
const facilities = demoFacilities({ now, network: bannerNetwork, idOfItem })
const hazardOf = (item: number) => hazards.find(({ id }) => id === idOfItem.get(item))!
const historyOf = (id: string) => transitions.filter(({ hazard_id }) => hazard_id === id)
const clockOf = (item: number) => {
  const { status, due_date } = hazardOf(item)
  return dueClock(status, due_date, bannerDay(now))
}

describe('the hazards of the demonstration', () => {
  test('there are 26, each in its status', () => {
    const statuses = hazardSeeds.map(({ item }) => hazardOf(item).status)
    expect(statuses).toEqual([
      40, 30, 50, 40, 70, 10, 40, 70, 40, 40, 70, 50, 40, 40, 20, 30, 50, 70, 40, 10, 20, 40, 70, 40, 40, 75,
    ])
  })

  test('on the day of loading the livestock stretch is 12 days overdue and the median gap warns yellow', () => {
    expect(clockOf(4)).toEqual({ overdueDays: 12, warning: 'red' })
    expect(clockOf(22)).toEqual({ overdueDays: 0, warning: 'yellow' })
    expect(
      hazards.filter(({ status, due_date }) => dueClock(status, due_date, bannerDay(now)).overdueDays > 0),
    ).toHaveLength(1)
  })

  test('of the six that were closed four were closed in time', () => {
    const closed = transitions.filter(({ action }) => action === 'close')
    expect(closed).toHaveLength(6)
    const inTime = closed.filter(({ hazard_id, at }) => {
      const { due_date } = hazards.find(({ id }) => id === hazard_id)!
      return due_date !== null && bannerDay(new Date(at)) <= due_date
    })
    expect(inTime).toHaveLength(4)
  })

  test('numbers follow the order of registration within each year and do not repeat', () => {
    const inOrder = [...hazards].sort((a, b) => (a.created_at < b.created_at ? -1 : 1))
    for (const year of ['2025', '2026']) {
      const serials = inOrder
        .filter(({ number }) => number.includes(`-${year}-`))
        .map(({ number }) => Number(number.slice(-4)))
      expect(serials).toEqual(serials.map((_, i) => i + 1))
    }
    expect(new Set(hazards.map(({ display_number }) => display_number)).size).toBe(26)
  })

  test('every history is a walk through the life cycle by people who may take each step', () => {
    for (const { id, status, title } of hazards) {
      let current: number | null = null
      for (const act of historyOf(id)) {
        expect(act.from_status, title).toBe(current)
        if (act.action !== 'register') {
          const step = lifeCycle[act.action as keyof typeof lifeCycle]
          expect(step.from, `${title} ${act.action}`).toContain(current)
          const doer = demoUsers.find((user) => user.id === act.actor_id)!
          expect(isPermitted(doer, step.permission), `${title} ${act.action}`).toBe(true)
        }
        current = act.to_status
      }
      expect(current, title).toBe(status)
    }
  })

  test('nobody reviews what they registered, and no step comes before the one before it or after now', () => {
    for (const { id, found_at } of hazards) {
      const history = historyOf(id)
      const by = (action: string) => history.find((act) => act.action === action)?.actor_id
      expect(by('approve')).not.toBe(by('register'))
      const times = [found_at, ...history.map(({ at }) => at), now.toISOString()].map((at) => Date.parse(at))
      expect(times).toEqual([...times].sort((a, b) => a - b))
    }
  })

  test('each road hazard lies in the stretch of its squad and township', () => {
    for (const { road_code, from_stake, squad_code, title } of hazards)
      if (road_code && from_stake !== null)
        expect(squad_code, title).toBe(shippedGround.squadAt(road_code, from_stake))
  })

  test('the two without a stake have words and no geometry; all others are drawn', () => {
    const drawn = hazards.filter(({ geom }) => geom !== null)
    expect(drawn).toHaveLength(24)
    expect(hazards.filter(({ geom }) => geom === null).map(({ road_name }) => road_name)).toEqual(
      expect.arrayContaining(['通村油路（额尔和图方向）', '苏里格气田路']),
    )
  })

  test('three are listed by the banner, one waits for the city', () => {
    expect(listings.filter(({ level, listed_on }) => level === 2 && listed_on !== null)).toHaveLength(3)
    expect(listings.filter(({ level, listed_on }) => level === 3 && listed_on === null)).toHaveLength(1)
  })
})

describe('the facilities of the demonstration', () => {
  test('more than 60 rows: three faulty, two missing, two to be removed, six inspections overdue', () => {
    const today = bannerDay(now)
    const inState = (state: string) => facilities.filter((row) => row.state === state)
    expect(facilities.length).toBeGreaterThan(60)
    expect([inState('fault').length, inState('missing').length, inState('toRemove').length]).toEqual([
      3, 2, 2,
    ])
    expect(
      facilities.filter((row) => row.inspection_due_on !== null && row.inspection_due_on < today),
    ).toHaveLength(6)
  })

  test('each fault and loss was found at an inspection and is in repair since', () => {
    const { inspections, repairs } = demoInspections(facilities, now)
    const broken = facilities.filter(({ state }) => state === 'fault' || state === 'missing')
    expect(repairs.map(({ facility_id }) => facility_id).sort()).toEqual(broken.map(({ id }) => id).sort())
    for (const { at, facility_id: id } of inspections)
      expect(bannerDay(new Date(at))).toBe(facilities.find((row) => row.id === id)!.last_inspected_on)
  })

  test('what stands at a hazard adds up to what its list entry says', () => {
    const total = (item: number, kind: string) =>
      facilities
        .filter((row) => row.hazard_id === idOfItem.get(item) && row.kind === kind)
        .reduce((sum, row) => sum + row.quantity, 0)
    expect([total(1, 'solar_strobe'), total(1, 'warning_sign'), total(1, 'rumble_line')]).toEqual([4, 4, 2])
    expect([total(2, 'chevron'), total(16, 'marker_post'), total(9, 'barrier')]).toEqual([24, 40, 40])
    const bumps = facilities.filter((row) => row.hazard_id === idOfItem.get(26) && row.kind === 'speed_bump')
    expect([
      bumps.reduce((sum, row) => sum + row.quantity, 0),
      bumps.reduce((sum, row) => sum + row.length_metres!, 0),
    ]).toEqual([4, 28])
  })

  test('nothing was installed before its hazard was found or inspected before it was installed', () => {
    for (const row of facilities) {
      const found = hazards.find(({ id }) => id === row.hazard_id)!.found_at
      expect(row.installed_on >= bannerDay(new Date(found)), row.number).toBe(true)
      if (row.last_inspected_on) expect(row.last_inspected_on >= row.installed_on, row.number).toBe(true)
    }
  })

  test('a facility with a stake has its point', () => {
    expect(facilities.filter((row) => row.stake !== null && row.geom === null)).toEqual([])
  })

  test('the bumps of the five for a junction lie on the road that joins, not on the main line', () => {
    const bumps = facilities.filter(
      (row) => row.kind === 'speed_bump' && [3, 20].some((item) => idOfItem.get(item) === row.hazard_id),
    )
    expect(bumps).toHaveLength(4)
    for (const { road_code: road, stake, geom, place_text: words } of bumps) {
      expect([road, stake, geom === null]).toEqual([null, null, false])
      expect(words).toContain('接入的支路上')
    }
  })
})

test('the people of the demonstration have a surname only', () => {
  expect(demoUsers.every(({ displayName }) => /^\p{Script=Han}某$/u.test(displayName))).toBe(true)
})
