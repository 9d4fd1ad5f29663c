import { createHash, randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PlacedFacility } from '../../../api/facilities/facility.schema.ts'
import type { StormRound, StormRoundState } from '../../../api/facilities/inspections/inspection.schema.ts'
import type { FacilityPhoto } from '../../../api/facilities/photos/facility-photo.schema.ts'
import { newPhoto, photoForm, type MadePhoto } from '../../fixtures/photos/make-photo.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { newHazardId } from '../hazards/new-hazard.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ template: 'gis' })
})
afterAll(() => app.close())

/** The tests' clock stands at 10:00 on Monday 23 November 2026. */
const now = '2026-11-23T10:00:00+08:00'
let shade = 0
const photoOf = (made: MadePhoto = {}) =>
  newPhoto({ colour: `#${(0x302010 + shade++ * 257).toString(16)}`, ...made })

async function placed(changes: object = {}): Promise<PlacedFacility> {
  const body = { kind: 'solar_strobe', quantity: 2, road: 'G109', stake: 'K1046+200', ...changes }
  const answer = await app.as('facility')(`/api/facilities/${newHazardId()}`, { method: 'PUT', body })
  return (await answer.json()) as PlacedFacility
}
async function inspected(facility: string, body: object = {}, who = 'squad'): Promise<string> {
  const id = newHazardId()
  const answer = await app.as(who)(`/api/facilities/${facility}/inspections/${id}`, {
    method: 'PUT',
    body: { at: now, state: 'working', ...body },
  })
  expect(answer.status, await answer.clone().text()).toBe(201)
  return id
}
const form = (bytes: Uint8Array, fields: Readonly<Record<string, string>> = {}) => {
  const made = photoForm(bytes, fields)
  made.delete('stage')
  return made
}
const send = (facility: string, body: FormData, who = 'squad') =>
  app.as(who)(`/api/facilities/${facility}/photos`, { body })
async function put(facility: string, made: MadePhoto = {}, fields = {}): Promise<FacilityPhoto> {
  const answer = await send(facility, form(await photoOf(made), fields))
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await answer.json()) as FacilityPhoto
}
const list = async (facility: string) =>
  (
    (await (await app.as('audit')(`/api/facilities/${facility}/photos`)).json()) as {
      items: FacilityPhoto[]
    }
  ).items
const trailOf = async (id: string) =>
  (
    await app.database.db
      .selectFrom('audit_entry')
      .select('action')
      .where('object_id', '=', id)
      .orderBy('sequence')
      .execute()
  ).map(({ action }) => action)
const codes = ({ findings }: FacilityPhoto) => findings.map(({ code }) => code)
const errorsOf = async (answer: Response) =>
  ((await answer.json()) as { errors: { path: string }[] }).errors.map(({ path }) => path)

describe('a photo of a facility', () => {
  test('stands with its inspection, kept byte for byte, and in the trail', async () => {
    const { id, geometry } = await placed()
    const inspection = await inspected(id, { state: 'fault', note: '一盏不亮' })
    const [longitude, latitude] = geometry!.coordinates as [number, number]
    const bytes = await photoOf({ takenAt: '2026-11-23T09:50:00', point: [longitude, latitude] })
    const answer = await send(id, form(bytes, { inspection, caption: '灯罩破裂' }))
    expect(answer.status).toBe(201)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(await answer.json()).toMatchObject({
      facilityId: id,
      inspectionId: inspection,
      sha256,
      caption: '灯罩破裂',
      findings: [],
    })
    expect(await list(id)).toHaveLength(1)
    const original = await app.as('leader')(`/api/photos/${sha256}?facility=${id}`)
    expect(original.headers.get('content-type')).toBe('image/jpeg')
    expect(Buffer.from(await original.arrayBuffer()).equals(bytes)).toBe(true)
    expect((await app.as('leader')(`/api/photos/${sha256}?size=thumbnail`)).status).toBe(200)
    expect((await app.as('leader')(`/api/photos/${sha256}?size=export`)).status).toBe(200)
    expect((await app.as('leader')(`/api/photos/${sha256}?size=masked`)).status).toBe(409)
    expect(await trailOf(id)).toEqual(['facility.place', 'facility.inspect', 'facility.addPhoto'])
    expect(await trailOf(sha256)).toEqual(['photo.readOriginal', 'photo.exportCopy'])
  })

  test('sent again is the same photo; without an inspection it shows the facility as installed', async () => {
    const { id } = await placed()
    const bytes = await photoOf()
    const photo = newHazardId()
    const statuses = []
    for (let i = 0; i < 2; i++) statuses.push((await send(id, form(bytes, { id: photo }))).status)
    expect(statuses).toEqual([201, 200])
    expect(await list(id)).toMatchObject([{ id: photo, inspectionId: null }])
    expect((await send(id, form(await photoOf(), { id: photo }))).status).toBe(409)
  })

  test('may be as large as a phone makes it', async () => {
    const { id } = await placed()
    const pixels = randomBytes(1600 * 1200 * 3)
    const large = await sharp(pixels, { raw: { width: 1600, height: 1200, channels: 3 } })
      .jpeg({ quality: 100 })
      .toBuffer()
    expect(large.length).toBeGreaterThan(2_000_000)
    expect((await send(id, form(large))).status).toBe(201)
  })

  test('taken elsewhere, earlier, or used twice says so', async () => {
    const { id, geometry } = await placed()
    const inspection = await inspected(id)
    const [longitude, latitude] = geometry!.coordinates as [number, number]
    const far = await put(
      id,
      { takenAt: '2026-11-20T09:00:00', point: [longitude, latitude + 0.02] },
      { inspection },
    )
    expect(codes(far)).toEqual(['farAway', 'beforeDiscovery'])
    const other = await placed()
    const bytes = await photoOf()
    await send(id, form(bytes, { inspection }))
    const again = (await (await send(other.id, form(bytes))).json()) as FacilityPhoto
    expect(again.findings).toContainEqual(expect.objectContaining({ code: 'reused' }))
  })

  test('is refused where the inspection is another’s, the file is no photo, or the post may not', async () => {
    const { id } = await placed()
    const elsewhere = await inspected((await placed()).id)
    const bytes = await photoOf()
    expect(await errorsOf(await send(id, form(bytes, { inspection: elsewhere })))).toEqual(['inspection'])
    expect((await send(id, form(Buffer.from('<html>')))).status).toBe(422)
    expect((await send(newHazardId(), form(bytes))).status).toBe(404)
    for (const who of ['clerk', 'audit', 'admin']) expect((await send(id, form(bytes), who)).status).toBe(403)
    const theirs = await placed({ road: 'S216', stake: 'K60+000' })
    expect((await send(theirs.id, form(bytes), 'auxiliary')).status).toBe(403)
    expect(await list(id)).toEqual([])
    expect(await trailOf(id)).toEqual(['facility.place'])
  })

  test('is withdrawn by its taker with a reason and stays; once masked a copy may go outside', async () => {
    const { id } = await placed()
    const photo = await put(id)
    const act = (what: string, body: object, who: string) =>
      app.as(who)(`/api/facilities/${id}/photos/${photo.id}/${what}`, { method: 'POST', body })
    expect((await act('withdraw', { reason: '拍错了' }, 'auxiliary')).status).toBe(403)
    expect((await act('mask', { isMasked: true }, 'squad')).status).toBe(200)
    expect((await app.as('leader')(`/api/photos/${photo.sha256}?size=masked`)).status).toBe(200)
    expect((await act('withdraw', {}, 'squad')).status).toBe(422)
    expect((await act('withdraw', { reason: '拍错了' }, 'squad')).status).toBe(200)
    expect((await act('withdraw', { reason: '拍错了' }, 'squad')).status).toBe(409)
    expect(await list(id)).toMatchObject([{ withdrawnReason: '拍错了', isMasked: true }])
    expect(await trailOf(id)).toEqual([
      ...['facility.place', 'facility.addPhoto', 'facility.maskPhoto', 'facility.withdrawPhoto'],
    ])
  })
})

describe('a round after a storm', () => {
  const roads = ['S313']
  const states = async () =>
    ((await (await app.as('audit')('/api/facilities/storm-rounds')).json()) as { items: StormRoundState[] })
      .items

  test('says beforehand how many it reaches, and afterwards how many were looked at', async () => {
    const one = await placed({ road: 'S313', stake: 'K250+000' })
    const due = await placed({ road: 'S313', stake: 'K252+000', installedOn: '2026-10-01' })
    const gone = await placed({ road: 'S313', stake: 'K254+000' })
    await placed({ road: 'S313', stake: 'K255+000', state: 'planned' })
    const preview = (who: string) => app.as(who)('/api/facilities/storm-rounds/preview?road=S313')
    expect((await preview('auxiliary')).status).toBe(403)
    expect(await (await preview('squad')).json()).toEqual({ dueOn: '2026-11-24', facilities: 0, total: 0 })
    const said = await (await preview('leader')).json()
    expect(said).toEqual({ dueOn: '2026-11-24', facilities: 2, total: 3 })
    const answer = await app.as('leader')('/api/facilities/storm-rounds', {
      method: 'POST',
      body: { cause: 'hail', roads },
    })
    const { id } = (await answer.json()) as StormRound
    expect((await states())[0]).toMatchObject({ id, cause: 'hail', roads, by: 'leader', total: 3, seen: 0 })
    await inspected(one.id, { at: '2026-11-23T09:00:00+08:00' }, 'facility')
    expect((await states())[0]).toMatchObject({ seen: 0 })
    app.setNow(new Date('2026-11-23T03:00:00Z'))
    await inspected(one.id, { at: '2026-11-23T10:30:00+08:00' }, 'facility')
    const removal = { at: '2026-11-23T10:40:00+08:00', state: 'removed', note: '道路改造' }
    await inspected(gone.id, removal, 'facility')
    expect((await states())[0]).toMatchObject({ seen: 2, isLate: false })
    app.setNow(new Date('2026-11-25T02:00:00Z'))
    expect((await states())[0]).toMatchObject({ seen: 2, isLate: true })
    await inspected(due.id, { at: '2026-11-25T09:30:00+08:00' }, 'facility')
    expect((await states())[0]).toMatchObject({ seen: 3, isLate: false })
    app.setNow(new Date('2026-11-23T02:00:00Z'))
  })

  test('the round counts what was looked at today, by road', async () => {
    const { id } = await placed({ road: 'S216', stake: 'K30+000' })
    const count = async () =>
      (
        (await (await app.as('leader')('/api/facilities/round?road=S216')).json()) as {
          inspectedToday: number
        }
      ).inspectedToday
    expect(await count()).toBe(0)
    await inspected(id, {}, 'facility')
    expect(await count()).toBe(1)
  })
})
