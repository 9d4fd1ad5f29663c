import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadRoadNetwork } from '../../../api/roads/road.queries.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'

let service: TestApp
let version = 1
const code = 'L0001'
const path = `/api/roads/${code}`

/** A straight road eastwards near the seat of the banner, 10 km long. */
const at = (km: number, north = 0): [number, number] => [107.9 + km / 86.55, 39.05 + north / 111_000]
const line = [at(0), at(5), at(10)]
const section = (given: object = {}) => ({
  sequence: 1,
  fromStake: 0,
  toStake: 10_000,
  coordinates: line,
  source: '实测',
  qualityNote: '',
  ...given,
})
const anchor = (km: number, given: object = {}) => {
  const [lon, lat] = at(km)
  return {
    section: 1,
    stake: Math.round(km * 1000),
    lon,
    lat,
    method: 'surveyed',
    reason: '现场核对',
    ...given,
  }
}

interface Call {
  readonly as?: string
  readonly version?: number | null
}

async function call(
  method: string,
  to: string,
  body?: unknown,
  { as = 'accident', version: seen = version }: Call = {},
) {
  const headers: Record<string, string> = seen === null ? {} : { 'if-match': `"${seen}"` }
  const answer = await service.as(as)(to, { method, body, headers })
  const read = await answer.json()
  if (answer.ok && read.road?.version) version = read.road.version
  return { status: answer.status, body: read }
}

const draw = (given: object = {}) =>
  call('PUT', `${path}/sections`, { sections: [section()], keepAnchors: false, reason: '导入线形', ...given })
const located = async (stake: number, query = '') =>
  (await call('GET', `${path}/locate?stake=${stake}${query}`)).body.geometry?.coordinates
const road = async () => (await call('GET', `${path}?geometry=true`)).body
const says = ({ body }: { body: { errors?: { path: string; message: string }[] } }) =>
  body.errors?.map(({ path, message }) => `${path}: ${message}`).join('\n') ?? ''

beforeAll(async () => {
  service = await openTestApp({ template: 'gis' })
  await call('POST', '/api/roads', { name: '乌兰镇至查布公路', adminGrade: 'county', township: '乌兰镇' })
})
afterAll(() => service.close())
beforeEach(async () => {
  const { chainBreaks } = await road()
  for (const { id } of chainBreaks) await call('POST', `${path}/chain-breaks/${id}/end`, { reason: '清理' })
  expect((await draw()).status).toBe(200)
})

describe('drawing', () => {
  test('a road that was a name gets its line, its range, and places for its stakes', async () => {
    expect(await road()).toMatchObject({
      isDrawn: true,
      fromStake: 0,
      toStake: 10_000,
      sections: [{ sequence: 1, carriageway: 'both', source: '实测', validFrom: '2000-01-01' }],
    })
    const [lon, lat] = await located(2500)
    expect(lon).toBeCloseTo(at(2.5)[0], 4)
    expect(lat).toBeCloseTo(39.05, 6)
  })

  test('anchors that stand near the new line are carried over, unless they are not to be kept', async () => {
    await call('POST', `${path}/anchors`, anchor(4, { stake: 4100 }))
    const better = [section({ coordinates: [at(0, 30), at(5, 30), at(10, 30)] })]
    expect((await draw({ sections: better, keepAnchors: true })).body.road.anchors).toMatchObject([
      { stake: 4100, method: 'surveyed' },
    ])
    const farther = [section({ coordinates: [at(0, 400), at(10, 400)] })]
    expect((await draw({ sections: farther, keepAnchors: true })).body.road.anchors).toEqual([])
  })

  test('a divided road is drawn once per carriageway', async () => {
    const sections = [
      section({ carriageway: 'left' }),
      section({ sequence: 2, carriageway: 'right', coordinates: [at(0, -20), at(10, -20)] }),
    ]
    expect((await draw({ sections })).body.road.sections).toMatchObject([
      { carriageway: 'left' },
      { carriageway: 'right' },
    ])
  })

  test('the stakes of a section are corrected without drawing it again', async () => {
    const answer = await call('PUT', `${path}/sections/1/stakes`, {
      fromStake: 20_000,
      toStake: 30_000,
      reason: '里程归零点更正',
    })
    expect(answer.body.road).toMatchObject({
      fromStake: 20_000,
      toStake: 30_000,
      sections: [{ fromStake: 20_000, toStake: 30_000 }],
    })
    expect((await located(22_500))[0]).toBeCloseTo(at(2.5)[0], 4)
    expect(
      (await call('PUT', `${path}/sections/7/stakes`, { fromStake: 0, toStake: 9, reason: '没有' })).status,
    ).toBe(404)
  })

  test('stakes that leave a surveyed post outside the section are refused', async () => {
    await call('POST', `${path}/anchors`, anchor(4))
    const answer = await call('PUT', `${path}/sections/1/stakes`, {
      fromStake: 5000,
      toStake: 15_000,
      reason: '更正',
    })
    expect(answer.status).toBe(422)
    expect(says(answer)).toContain('K4+000')
  })

  const wrongLines: readonly (readonly [string, object[], RegExp])[] = [
    ['swapped axes', [section({ coordinates: line.map(([lon, lat]) => [lat, lon]) })], /填反/],
    ['a line far outside the banner', [section({ coordinates: [at(0), [116.4, 39.9]] })], /20 公里/],
    ['a line without length', [section({ coordinates: [at(1), at(1)] })], /没有长度/],
    ['stakes against the line', [section({ fromStake: 10_000, toStake: 0 })], /须大于/],
    ['one section twice', [section(), section({ fromStake: 10_000, toStake: 11_000 })], /出现了两次/],
    [
      'sections that overlap',
      [section(), section({ sequence: 2, fromStake: 9000, toStake: 12_000 })],
      /重叠/,
    ],
    [
      'more vertices than a road needs',
      [section({ coordinates: Array.from({ length: 50_001 }, (_, i) => [107.9 + i / 1e6, 39.05]) })],
      /50001/,
    ],
    [
      'an anchor of its own off the line',
      [section({ anchors: [{ stake: 5000, lon: 107.95, lat: 39.06, method: 'imagery' }] })],
      /anchors\.0\.lon.*300 米/,
    ],
  ]
  for (const [what, sections, message] of wrongLines)
    test(`${what} is refused`, async () => {
      const answer = await draw({ sections })
      expect(answer.status).toBe(422)
      expect(says(answer)).toMatch(message)
    })

  test('a line drawn against its anchors is refused with the offer to reverse it', async () => {
    const anchors = [2, 8].map((km) => ({
      stake: km * 1000,
      lon: at(km)[0],
      lat: at(km)[1],
      method: 'surveyed',
    }))
    const answer = await draw({ sections: [section({ coordinates: [...line].reverse(), anchors })] })
    expect(answer.status).toBe(422)
    expect(answer.body.reversed).toBe(1)
    expect(says(answer)).toContain('反向')
  })
})

describe('anchors', () => {
  test('a surveyed post moves the stakes beside it, and the fit of each anchor is told', async () => {
    await call('POST', `${path}/anchors`, anchor(2))
    const { status, body } = await call('POST', `${path}/anchors`, anchor(5, { stake: 5200 }))
    expect(status).toBe(200)
    expect(body.road.anchors).toMatchObject([{ stake: 2000 }, { stake: 5200 }])
    expect((await located(5200))[0]).toBeCloseTo(at(5)[0], 7)
    const { body: fit } = await call('GET', `${path}/calibration`)
    expect(fit).toMatchObject({ road: code, version, sections: [{ sequence: 1 }] })
    expect(fit.sections[0].scale).toBeCloseTo(1, 2)
    expect(fit.sections[0].anchors[1]).toMatchObject({ stake: 5200, used: true, lateral: 0 })
    // By its neighbours K2+000 and K10+000 the post would stand at about K5+000.
    expect(fit.sections[0].anchors[1].residual).toBeCloseTo(-200, -1)
  })

  test('moving or restaking an anchor begins a new one and ends the old', async () => {
    const added = await call('POST', `${path}/anchors`, anchor(5))
    const { id } = added.body.road.anchors[0]
    const moved = await call('PUT', `${path}/anchors/${id}`, anchor(5, { stake: 5100, note: '换桩' }))
    expect(moved.body.road.anchors).toMatchObject([{ stake: 5100, note: '换桩' }])
    const after = await call('PUT', `${path}/anchors/${id}`, anchor(5))
    expect(after.status).toBe(404)
  })

  test('an ended anchor no longer counts', async () => {
    const added = await call('POST', `${path}/anchors`, anchor(5, { stake: 5200 }))
    const ended = await call('POST', `${path}/anchors/${added.body.road.anchors[0].id}/end`, {
      reason: '桩已移走',
    })
    expect(ended.body.road.anchors).toEqual([])
    expect((await located(5000))[0]).toBeCloseTo(at(5)[0], 4)
  })

  test('a point in GCJ-02 is converted', async () => {
    const { body } = await call('POST', `${path}/anchors`, anchor(5, { lon: at(5)[0] + 0.005, crs: 'gcj02' }))
    expect(body.road.anchors[0].point[0]).toBeLessThan(at(5)[0] + 0.002)
  })

  const wrong: readonly (readonly [string, object, RegExp])[] = [
    ['a stake outside the section', anchor(5, { stake: 12_000 }), /stake.*K0\+000—K10\+000/],
    ['a point more than 300 m off the line', anchor(5, { lat: 39.054 }), /lon.*4\d\d 米/],
    ['a stake that the section has already', anchor(3, { stake: 4000 }), /已有 K4\+000/],
    ['a place that turns the stakes back', anchor(3, { stake: 4500 }), /K4\+500.*K4\+000.*倒退/],
    ['an unknown section', anchor(5, { section: 9 }), /第 9 段/],
    ['swapped axes', anchor(5, { lon: 39.05, lat: 107.95 }), /填反/],
    ['a day to come', anchor(5, { validFrom: '2026-11-24' }), /晚于今天/],
    ['a day before the line', anchor(5, { validFrom: '1999-01-01' }), /2000-01-01/],
  ]
  for (const [what, body, message] of wrong)
    test(`${what} is refused`, async () => {
      await call('POST', `${path}/anchors`, anchor(4))
      const answer = await call('POST', `${path}/anchors`, body)
      expect(answer.status).toBe(422)
      expect(says(answer)).toMatch(message)
    })
})

describe('chain breaks', () => {
  const broken = (given: object = {}) => ({ atStake: 4000, jump: 500, reason: '改线断链', ...given })

  test('a short chain skips its stakes; changed and ended, they are there again', async () => {
    const { body } = await call('POST', `${path}/chain-breaks`, broken({ note: '断链桩' }))
    expect(body.road.chainBreaks).toMatchObject([{ atStake: 4000, jump: 500, note: '断链桩' }])
    expect(await located(4200)).toBeUndefined()
    const { id } = body.road.chainBreaks[0]
    const changed = await call('PUT', `${path}/chain-breaks/${id}`, broken({ atStake: 6000 }))
    expect(changed.body.road.chainBreaks).toMatchObject([{ atStake: 6000 }])
    expect(await located(4200)).toBeDefined()
    const [current] = changed.body.road.chainBreaks
    const ended = await call('POST', `${path}/chain-breaks/${current.id}/end`, { reason: '查无断链' })
    expect(ended.body.road.chainBreaks).toEqual([])
  })

  test('a long chain lets stakes come twice, and an anchor may repeat one', async () => {
    await call('POST', `${path}/chain-breaks`, broken({ atStake: 5000, jump: -1000 }))
    await call('POST', `${path}/anchors`, anchor(4, { stake: 4400 }))
    expect((await call('POST', `${path}/anchors`, anchor(5.7, { stake: 4400 }))).status).toBe(200)
  })

  const wrong: readonly (readonly [string, object, RegExp])[] = [
    ['a jump of nothing', broken({ jump: 0 }), /不能为 0/],
    ['a break beyond the road', broken({ atStake: 12_000 }), /K0\+000—K10\+000/],
    ['a jump beyond the road', broken({ atStake: 9800 }), /K0\+000—K10\+000/],
    ['a second break at one stake', broken({ atStake: 7000 }), /已有断链/],
  ]
  for (const [what, body, message] of wrong)
    test(`${what} is refused`, async () => {
      await call('POST', `${path}/chain-breaks`, broken({ atStake: 7000 }))
      const answer = await call('POST', `${path}/chain-breaks`, body)
      expect(answer.status).toBe(422)
      expect(says(answer)).toMatch(message)
    })
})

describe('who, when and why', () => {
  test('the history tells every line, anchor and break with who began and ended it, newest first', async () => {
    const added = await call('POST', `${path}/anchors`, anchor(5, { stake: 5100 }))
    const { id } = added.body.road.anchors[0]
    await call('PUT', `${path}/anchors/${id}`, anchor(5, { reason: '复测' }), { as: 'leader' })
    const { items } = (await call('GET', `${path}/history`)).body
    const first = items.find((item: { id: string }) => item.id === id)
    expect(first).toMatchObject({
      kind: 'anchor',
      section: 1,
      fromStake: 5100,
      method: 'surveyed',
      by: 'accident',
      reason: '现场核对',
      isCorrected: true,
      ended: { by: 'leader', reason: '复测' },
    })
    expect(items).toContainEqual(
      expect.objectContaining({
        kind: 'anchor',
        fromStake: 5000,
        validTo: null,
        ended: null,
        reason: '复测',
      }),
    )
    const times = items.map((item: { at: string }) => item.at)
    expect(times).toEqual([...times].sort().reverse())
    const shipped = (await call('GET', '/api/roads/G109/history')).body.items
    expect(shipped.map((item: { by: string }) => item.by)).toEqual(['系统', '系统', '系统'])
  })

  test('every change is in the audit trail with the version before and after', async () => {
    const before = version
    await call('POST', `${path}/anchors`, anchor(5))
    const entry = await service.database.db
      .selectFrom('audit_entry')
      .select(['action', 'before', 'after', 'reason'])
      .where('object_id', '=', code)
      .orderBy('sequence', 'desc')
      .executeTakeFirst()
    expect(entry).toMatchObject({
      action: 'road.addAnchor',
      before: { version: before },
      after: { version: before + 1, anchor: { stake: 5000 } },
      reason: '现场核对',
    })
  })

  test('a version that is not the present one changes nothing', async () => {
    const bodies: readonly (readonly [string, string, object])[] = [
      ['PUT', `${path}/sections`, { sections: [section()], reason: '重绘' }],
      ['PUT', `${path}/sections/1/stakes`, { fromStake: 0, toStake: 11_000, reason: '更正' }],
      ['POST', `${path}/anchors`, anchor(5)],
      ['POST', `${path}/chain-breaks`, { atStake: 5000, jump: 10, reason: '断链' }],
    ]
    const before = await road()
    for (const [method, to, body] of bodies) {
      const stale = await call(method, to, body, { version: version - 1 })
      expect(stale.status).toBe(409)
      expect(stale.body.detail).toContain('重绘线形')
      expect((await call(method, to, body, { version: null })).status).toBe(428)
      expect((await call(method, to, body, { as: 'squad' })).status).toBe(403)
      expect((await call(method, to, { ...body, reason: '' })).status).toBe(422)
    }
    expect(await road()).toEqual(before)
  })
})

describe('the network of a former day', () => {
  test('a bypass changes the stakes from its day on; an older day is read by its own posts', async () => {
    const bypass = [section({ coordinates: [at(0), at(5, 2000), at(10)], source: '绕城线' })]
    const answer = await draw({ sections: bypass, validFrom: '2025-06-01', reason: '绕城线通车' })
    expect(answer.status).toBe(200)
    expect((await located(5000))[1]).toBeGreaterThan(39.06)
    expect((await located(5000, '&on=2025-06-01'))[1]).toBeGreaterThan(39.06)
    expect((await located(5000, '&on=2025-05-31'))[1]).toBeCloseTo(39.05, 5)
    const then = (await call('GET', `${path}?geometry=true&on=2023-03-01`)).body
    expect(then.sections).toMatchObject([{ source: '实测' }])
    const { items } = (await call('GET', `${path}/history`)).body
    expect(items).toContainEqual(
      expect.objectContaining({ kind: 'section', validTo: '2025-06-01', isCorrected: false }),
    )
    expect((await call('GET', `${path}/locate?stake=5000&on=never`)).status).toBe(400)
    // Days between two changes share one network; a day since the last has the one that stands.
    const { db } = service.database
    const networkOn = (on: string) => loadRoadNetwork(db, { on })
    expect(await networkOn('2023-03-01')).toBe(await networkOn('2024-12-31'))
    expect(await networkOn('2026-01-01')).toBe(await loadRoadNetwork(db))
    expect(await networkOn('2023-03-01')).not.toBe(await loadRoadNetwork(db))
  })
})
