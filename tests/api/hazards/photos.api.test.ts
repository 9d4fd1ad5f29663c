import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hazard } from '../../../api/hazards/hazard.schema.ts'
import type { HazardPhoto } from '../../../api/hazards/photos/hazard-photo.schema.ts'
import { convertCoordinates } from '../../../api/roads/coordinates/coordinates.ts'
import { newPhoto, photoForm, type MadePhoto } from '../../fixtures/photos/make-photo.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { newHazardId, registered, walk, toAcceptance, acceptance } from './new-hazard.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ template: 'gis' })
})
afterAll(() => app.close())

/** Every photo of a test is one of its own: the same bytes elsewhere would be a finding. */
let shade = 0
const nextColour = () => `#${(0x102030 + shade++ * 257).toString(16)}`
const photoOf = (made: MadePhoto = {}) => newPhoto({ colour: nextColour(), ...made })

const send = (hazard: string, form: FormData, who = 'squad') =>
  app.as(who)(`/api/hazards/${hazard}/photos`, { body: form })
async function put(hazard: string, made: MadePhoto = {}, fields = {}, who = 'squad'): Promise<HazardPhoto> {
  const answer = await send(hazard, photoForm(await photoOf(made), fields), who)
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
  return (await answer.json()) as HazardPhoto
}
const list = async (hazard: string) =>
  ((await (await app.as('audit')(`/api/hazards/${hazard}/photos`)).json()) as { items: HazardPhoto[] }).items
const pointOf = async (hazard: string) =>
  ((await (await app.as('squad')(`/api/hazards/${hazard}`)).json()) as Hazard).geometry!.coordinates as [
    number,
    number,
  ]
const codes = ({ findings }: HazardPhoto) => findings.map(({ code }) => code)
const auditOf = (id: string) =>
  app.database.db
    .selectFrom('audit_entry')
    .select(['action', 'actor_name', 'reason'])
    .where('object_id', '=', id)
    .orderBy('sequence')
    .execute()
const get = (sha256: string, query = '', who = 'audit', headers = {}) =>
  app.as(who)(`/api/photos/${sha256}${query}`, { headers })

describe('putting a photo', () => {
  test('keeps it byte for byte, under its hash, with what the phone wrote', async () => {
    const hazard = await registered(app)
    const point = await pointOf(hazard)
    const bytes = await photoOf({ takenAt: '2026-11-23T10:00:00', point })
    const answer = await send(
      hazard,
      photoForm(bytes, { caption: '支路无标志' }, { name: '../../etc/现场.php', type: 'text/html' }),
    )
    expect(answer.status).toBe(201)
    const photo = (await answer.json()) as HazardPhoto
    expect(photo).toMatchObject({
      stage: 'found',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      fileName: '现场.php',
      caption: '支路无标志',
      mediaType: 'image/jpeg',
      width: 640,
      takenAt: '2026-11-23T02:00:00.000Z',
      camera: 'Test Phone',
      findings: [],
      actorName: 'squad',
    })
    expect(await list(hazard)).toEqual([photo])
    expect((await auditOf(hazard)).map(({ action }) => action)).toContain('hazard.addPhoto')
    const file = await get(photo.sha256)
    expect(Buffer.from(await file.arrayBuffer())).toEqual(bytes)
  })

  test('twice, or three times at once, is one photo', async () => {
    const hazard = await registered(app)
    const bytes = await photoOf()
    const id = newHazardId()
    const answers = await Promise.all([1, 2, 3].map(() => send(hazard, photoForm(bytes, { id }))))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201])
    expect((await send(hazard, photoForm(bytes))).status).toBe(200)
    expect(await list(hazard)).toHaveLength(1)
    expect((await send(hazard, photoForm(await photoOf(), { id }))).status).toBe(409)
  })

  test.each([
    ['a page under the name of a photo', async () => Buffer.from('<html><script>alert(1)</script>')],
    [
      'a drawing with a script',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    ],
    ['a photo with a page behind it', async () => Buffer.concat([await photoOf(), Buffer.from('<html>')])],
    ['half a photo', async () => (await photoOf({ width: 3000, height: 2000 })).subarray(0, 9000)],
  ])('of %s is refused in words and leaves nothing behind', async (_what, make) => {
    const hazard = await registered(app)
    const answer = await send(hazard, photoForm(await make()))
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: [{ path: 'file' }] })
    expect(await list(hazard)).toEqual([])
  })

  test('needs a file, a stage there is, and no more than 25 MB', async () => {
    const hazard = await registered(app)
    expect((await send(hazard, photoForm(await photoOf(), { stage: 'party' }))).status).toBe(422)
    const empty = new FormData()
    empty.append('stage', 'found')
    expect((await send(hazard, empty)).status).toBe(400)
    expect(
      (await app.as('squad')(`/api/hazards/${hazard}/photos`, { body: { stage: 'found' } })).status,
    ).toBe(400)
    const large = Buffer.concat([await photoOf(), Buffer.alloc(25 * 1024 * 1024)])
    expect((await send(hazard, photoForm(large))).status).toBe(413)
    expect((await send(newHazardId(), photoForm(await photoOf()))).status).toBe(404)
  })

  test('is for those who register; the clerk adds receipts, nobody else anything', async () => {
    const hazard = await registered(app)
    expect((await send(hazard, photoForm(await photoOf()), 'clerk')).status).toBe(403)
    expect((await send(hazard, photoForm(await photoOf(), { stage: 'receipt' }), 'clerk')).status).toBe(201)
    expect((await send(hazard, photoForm(await photoOf()), 'admin')).status).toBe(403)
    expect((await send(hazard, photoForm(await photoOf()), 'auxiliary')).status).toBe(201)
  })

  test('after the end is for the revisit only', async () => {
    const hazard = await registered(app)
    await walk(app, hazard, [...toAcceptance, ['accident', acceptance]])
    await app.database.db.updateTable('hazard').set({ status: 70 }).where('id', '=', hazard).execute()
    const late = await send(hazard, photoForm(await photoOf(), { stage: 'remedied' }))
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('stage')
    expect((await send(hazard, photoForm(await photoOf(), { stage: 'revisit' }))).status).toBe(201)
  })

  test('stops at 60', async () => {
    const hazard = await registered(app)
    const { sha256 } = await put(hazard)
    const at = new Date()
    const rows = Array.from({ length: 59 }, () => ({
      id: newHazardId(),
      hazard_id: hazard,
      stage: 'control' as const,
      sha256,
      file_name: 'x',
      findings: '[]',
      at,
      actor_id: newHazardId(),
      actor_name: 'x',
      withdrawn_at: null,
    }))
    await app.database.db.deleteFrom('hazard_photo').where('hazard_id', '=', newHazardId()).execute()
    for (const [index, row] of rows.entries()) {
      const hash = createHash('sha256').update(`${hazard}${index}`).digest('hex')
      await app.database.db
        .insertInto('photo_file')
        .values({
          sha256: hash,
          media_type: 'image/jpeg',
          bytes: 1,
          width: 1,
          height: 1,
          taken_at: null,
          taken_point: null,
          camera: null,
          stored_at: at,
        })
        .execute()
      await app.database.db
        .insertInto('hazard_photo')
        .values({ ...row, sha256: hash })
        .execute()
    }
    const answer = await send(hazard, photoForm(await photoOf()))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('60')
  })
})

describe('what does not fit', () => {
  test('a photo taken elsewhere says how far; corrected, the place takes it back', async () => {
    const hazard = await registered(app)
    const [longitude, latitude] = await pointOf(hazard)
    const photo = await put(hazard, { takenAt: '2026-11-23T10:00:00', point: [longitude, latitude + 0.01] })
    expect(photo.findings).toEqual([{ code: 'farAway', isRed: true, metres: expect.closeTo(1110, -1) }])
    const there = { type: 'Point' as const, coordinates: [longitude, latitude + 0.01] }
    const { geometryOf } = await import('../../../api/db/postgis.ts')
    await app.database.db
      .updateTable('hazard')
      .set({ geom: geometryOf(there) })
      .where('id', '=', hazard)
      .execute()
    expect((await list(hazard))[0]!.findings).toEqual([])
  })

  test('a phone that writes GCJ-02 is not accused', async () => {
    const hazard = await registered(app)
    const point = convertCoordinates(await pointOf(hazard), 'wgs84', 'gcj02')
    const photo = await put(hazard, { takenAt: '2026-11-23T10:00:00', point })
    expect(photo.findings).toEqual([
      { code: 'datumUnsure', isRed: false, metres: expect.any(Number), metresAsGcj02: expect.any(Number) },
    ])
    expect(photo.findings[0]).toMatchObject({ metresAsGcj02: 0 })
  })

  test('a photo out of an old album, one of after the remedy from before it, one without a clock', async () => {
    const hazard = await registered(app)
    expect(
      codes(await put(hazard, { takenAt: '2026-11-20T10:00:00', point: await pointOf(hazard) })),
    ).toEqual(['beforeDiscovery'])
    expect(codes(await put(hazard))).toEqual(['noPosition', 'noTime'])
    await walk(app, hazard, toAcceptance.slice(0, 3))
    const day = { takenAt: '2026-11-23T06:00:00', point: await pointOf(hazard) }
    expect(codes(await put(hazard, day, { stage: 'remedied' }))).toEqual(['beforeDiscovery'])
  })

  test('the same photo in two hazards is named in both', async () => {
    const [one, two] = [await registered(app), await registered(app)]
    const bytes = await photoOf()
    await send(one, photoForm(bytes))
    await send(two, photoForm(bytes))
    const numbers = await Promise.all(
      [one, two].map(
        async (id) => ((await (await app.as('squad')(`/api/hazards/${id}`)).json()) as Hazard).displayNumber,
      ),
    )
    expect((await list(one))[0]!.findings).toContainEqual({
      code: 'reused',
      isRed: true,
      hazards: [numbers[1]],
    })
    expect((await list(two))[0]!.findings).toContainEqual({
      code: 'reused',
      isRed: true,
      hazards: [numbers[0]],
    })
  })
})

describe('reading a photo', () => {
  test('small ones are kept by the browser; nothing that was uploaded can act as a page', async () => {
    const { sha256 } = await put(await registered(app), { width: 2400, height: 1800 })
    for (const [size, width] of [
      ['thumbnail', 320],
      ['preview', 1600],
    ] as const) {
      const answer = await get(sha256, `?size=${size}`)
      expect(answer.headers.get('cache-control')).toContain('immutable')
      expect((await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).width).toBe(width)
      const again = await get(sha256, `?size=${size}`, 'audit', {
        'if-none-match': answer.headers.get('etag')!,
      })
      expect(again.status).toBe(304)
    }
    const { headers } = await get(sha256)
    expect(headers.get('content-type')).toBe('image/jpeg')
    expect(headers.get('content-disposition')).toContain('attachment')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
  })

  test('of no hazard, under a forged hash or without the right is not found or refused', async () => {
    const { sha256 } = await put(await registered(app))
    for (const forged of [
      'f'.repeat(64),
      sha256.toUpperCase(),
      '..%2F..%2Fpackage.json',
      'x',
      `${sha256}.preview.jpg`,
    ])
      expect((await get(forged)).status).toBe(404)
    expect((await get(sha256, '', 'admin')).status).toBe(403)
    expect((await app.app.request(`/api/photos/${sha256}`)).status).toBe(401)
    expect((await get(sha256, '?size=huge')).status).toBe(400)
  })

  test('an original read and a copy taken are recorded once a day for each person', async () => {
    const { sha256 } = await put(await registered(app))
    await (await get(sha256)).arrayBuffer()
    await get(sha256, '', 'audit', { 'if-none-match': `"${sha256}-original"` })
    await get(sha256, '?size=preview')
    await (await get(sha256, '', 'leader')).arrayBuffer()
    const copy = await get(sha256, '?size=export')
    expect(copy.headers.get('cache-control')).toContain('no-store')
    expect((await sharp(Buffer.from(await copy.arrayBuffer())).metadata()).exif).toBeUndefined()
    const entries = await auditOf(sha256)
    expect(entries.map(({ action, actor_name }) => [action, actor_name])).toEqual([
      ['photo.readOriginal', 'audit'],
      ['photo.readOriginal', 'leader'],
      ['photo.exportCopy', 'audit'],
    ])
  })

  test('goes outside only when somebody said that faces and plates are covered', async () => {
    const hazard = await registered(app)
    const { id, sha256 } = await put(hazard)
    expect((await get(sha256, '?size=masked', 'clerk')).status).toBe(409)
    const tick = (isMasked: boolean, who = 'clerk') =>
      app.as(who)(`/api/hazards/${hazard}/photos/${id}/mask`, { body: { isMasked } })
    expect((await tick(true, 'audit')).status).toBe(403)
    expect(await (await tick(true)).json()).toMatchObject({ isMasked: true })
    const copy = await get(sha256, '?size=masked', 'clerk')
    expect(copy.status).toBe(200)
    await copy.arrayBuffer()
    await tick(false)
    expect((await get(sha256, '?size=masked', 'clerk')).status).toBe(409)
    expect((await auditOf(hazard)).filter(({ action }) => action === 'hazard.maskPhoto')).toHaveLength(2)
  })
})

describe('withdrawing a photo', () => {
  test('needs a reason and the right, and takes nothing out of the trail', async () => {
    const hazard = await registered(app)
    const bytes = await photoOf()
    const { id, sha256 } = (await (await send(hazard, photoForm(bytes))).json()) as HazardPhoto
    await app.as('squad')(`/api/hazards/${hazard}/photos/${id}/mask`, { body: {} })
    const withdraw = (who: string, reason = '拍错了地方') =>
      app.as(who)(`/api/hazards/${hazard}/photos/${id}/withdraw`, { body: { reason } })
    expect((await withdraw('auxiliary')).status).toBe(403)
    expect((await withdraw('squad', '')).status).toBe(422)
    expect(await (await withdraw('squad')).json()).toMatchObject({ withdrawnReason: '拍错了地方' })
    expect((await withdraw('squad')).status).toBe(409)
    expect(await list(hazard)).toHaveLength(1)
    expect((await get(sha256, '?size=preview')).status).toBe(200)
    expect((await get(sha256, '?size=masked', 'clerk')).status).toBe(409)
    expect(await auditOf(hazard)).toContainEqual(
      expect.objectContaining({ action: 'hazard.withdrawPhoto', reason: '拍错了地方' }),
    )
    expect((await send(hazard, photoForm(bytes))).status).toBe(201)
    expect((await list(hazard)).map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([true, false])
  })
})
