import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registered as registeredHazard } from '../hazards/new-hazard.ts'
import { openLocatingDesk, unlocated, type LocatingDesk } from './locating-desk.ts'

let desk: LocatingDesk

beforeAll(async () => {
  desk = await openLocatingDesk()
})
afterAll(() => desk.service.close())

describe('the work list', () => {
  test('of the demonstration holds the two accidents and two hazards without a place, and not those placed by their stake', async () => {
    const { items, counts, calibre } = await desk.list('limit=200')
    expect(items.map(({ kind, reasons }) => [kind, reasons])).toEqual([
      ['hazard', ['unlocated']],
      ['hazard', ['unlocated']],
      ['accident', ['unlocated']],
      ['accident', ['unlocated']],
    ])
    expect(items.every(({ point }) => point === null)).toBe(true)
    expect(calibre).toBe('all')
    expect(counts.accidents).toMatchObject({ located: counts.accidents.total - 2, toDo: 2, unlocated: 2 })
    expect(counts.hazards).toMatchObject({
      total: 26,
      located: 24,
      toDo: 2,
      far: 0,
      outside: 0,
      ambiguous: 0,
    })
  })

  test('names the accident by time, road and place, and shows nothing of its brief', async () => {
    const id = await desk.registeredAccident({ ...unlocated, placeText: '十字路口', brief: '张某驾驶货车' })
    const item = (await desk.listed(id))!
    expect(item).toMatchObject({
      title: '2026-11-20 18:30 苏里格气田路 十字路口',
      severity: 'injury',
      rawCoordinate: null,
      confirmedReason: null,
      version: 1,
    })
    expect(JSON.stringify(item)).not.toContain('张某')
  })

  test('has the gravest first, then the newest, and its pages follow each other without a gap', async () => {
    await desk.registeredAccident({ ...unlocated, killed: 1 })
    await desk.registeredAccident({ ...unlocated, injured: 0 })
    const whole = (await desk.list('limit=200')).items.map(({ id }) => id)
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = await desk.list(`limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
      paged.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor)
    expect(paged).toEqual(whole)
    const severities = (await desk.list('kind=accident&limit=200')).items.map(({ severity }) => severity)
    const rank = ['fatal', 'injury', 'damageOnly']
    expect(severities).toEqual([...severities].sort((a, b) => rank.indexOf(a!) - rank.indexOf(b!)))
    expect(severities[0]).toBe('fatal')
  })

  test('is asked for by kind, reason and road, and the counts are those of the road', async () => {
    const { items, counts } = await desk.list('kind=accident&reason=unlocated&road=other&limit=200')
    expect(items.length).toBeGreaterThan(0)
    expect(items.every(({ kind, road }) => kind === 'accident' && road === null)).toBe(true)
    const ofG109 = await desk.list('road=G109')
    expect(ofG109.items).toEqual([])
    expect(ofG109.counts.accidents.total).toBeGreaterThan(0)
    expect(ofG109.counts.accidents.total + counts.accidents.total).toBeLessThan(
      (await desk.list()).counts.accidents.total,
    )
  })

  test('never shows a withdrawn accident or a closed hazard', async () => {
    const id = await desk.registeredAccident(unlocated)
    const withdrawn = await desk.service.as('accident')(`/api/accidents/${id}/withdraw`, {
      method: 'POST',
      body: { reason: '重复登记' },
      headers: { 'if-match': '"1"' },
    })
    expect(withdrawn.status).toBe(200)
    const hazard = await registeredHazard(desk.service, {
      road: undefined,
      fromStake: undefined,
      roadName: '牧区路',
    })
    expect(await desk.listed(hazard)).toBeDefined()
    await sql`update hazard set status = 70, updated_at = now() where id = ${hazard}`.execute(
      desk.service.database.db,
    )
    const ids = (await desk.list('limit=200')).items.map((item) => item.id)
    expect(ids).not.toContain(id)
    expect(ids).not.toContain(hazard)
  })

  test.each([['limit=0'], ['kind=facility'], ['reason=lost'], ['cursor=5'], ['road=G%00109']])(
    '%s cannot be read',
    async (query) => {
      expect((await desk.service.as('accident')(`/api/locating?${query}`)).status).toBe(400)
    },
  )
})

describe('what has no place counts in every total', () => {
  const answerOf = async (path: string, body?: object) =>
    (await (await desk.service.as('accident')(path, body ? { body } : {})).json()) as {
      total: number
      located: number
      accidentCount: number
      locatedCount: number
      features: { geometry: object | null }[]
    }

  test.each(['accidents?calibre=all', 'hazards?limit=1000', 'facilities?limit=1000'])(
    'and the map of %s says how many of all it shows',
    async (list) => {
      const { total, located, features } = await answerOf(`/api/${list}&format=geojson`)
      expect(features).toHaveLength(total)
      expect(features.filter(({ geometry }) => geometry !== null)).toHaveLength(located)
      expect(total).toBeGreaterThan(0)
    },
  )

  test.each(['hazards', 'facilities'])('so does a page of %s, for all pages', async (list) => {
    const page = await answerOf(`/api/${list}?limit=1`)
    const { total, located } = await answerOf(`/api/${list}?limit=1000&format=geojson`)
    expect(page).toMatchObject({ total, located })
  })

  test('and a screening says on how many of how many accidents it rests', async () => {
    const request = { preset: 'P1a', from: '2024-01-01', to: '2024-12-31', calibre: 'general' }
    const whole = await answerOf('/api/screenings', request)
    const { total } = await answerOf('/api/accidents?format=geojson&from=2024-01-01&to=2024-12-31')
    expect(whole.accidentCount).toBe(total)
    expect(whole.locatedCount).toBeLessThan(whole.accidentCount)
    const onG109 = await answerOf('/api/screenings', { ...request, roads: ['G109'] })
    expect(onG109.accidentCount).toBeGreaterThan(0)
    expect(onG109.locatedCount).toBe(onG109.accidentCount)
    expect(onG109.locatedCount).toBeLessThan(whole.locatedCount)
  })
})
