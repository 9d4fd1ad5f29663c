import { expect } from 'vitest'
import { sql } from 'kysely'
import type { LocatingItem, LocatingList, ReviewedItem } from '../../../api/locating/locating.schema.ts'
import { openTestApp } from '../../harness/test-app.ts'
import { newAccident } from '../accidents/new-accident.ts'

/** A record that only words place. */
export const unlocated = { road: undefined, stake: undefined, roadName: '苏里格气田路' }

/** The demonstration with somebody before its work list. */
export async function openLocatingDesk() {
  const service = await openTestApp({ template: 'demo' })

  async function list(query = '', who = 'accident'): Promise<LocatingList> {
    const answer = await service.as(who)(`/api/locating?${query}`)
    expect(answer.status, await answer.clone().text()).toBe(200)
    return (await answer.json()) as LocatingList
  }

  const listed = async (id: string, query = 'limit=200') =>
    (await list(query)).items.find((item) => item.id === id)

  const review = async (kind: string, id: string) =>
    (await (await service.as('accident')(`/api/locating/${kind}/${id}`)).json()) as ReviewedItem

  /** Somebody's answer to a listed record: `place`, `confirm` or `unconfirm`. */
  const answerTo = ({ kind, id, version }: LocatingItem, act: string, body: object, who = 'accident') =>
    service.as(who)(`/api/locating/${kind}/${id}/${act}`, {
      method: 'POST',
      body,
      headers: { 'if-match': `"${version}"` },
    })

  async function registeredAccident(differences: Parameters<typeof newAccident>[0] = {}): Promise<string> {
    const answer = await service.as('accident')('/api/accidents', {
      method: 'POST',
      body: newAccident({ placeText: '路口附近', ...differences }),
    })
    expect(answer.status, await answer.clone().text()).toBe(201)
    return ((await answer.json()) as { id: string }).id
  }

  const setPoint = (id: string, longitude: number, latitude: number) =>
    sql`update accident set updated_at = now(), locating = 'manual', geom = st_setsrid(st_makepoint(${longitude}, ${latitude}), 4326)
    where id = ${id}`.execute(service.database.db)

  return { service, list, listed, review, answerTo, registeredAccident, setPoint }
}
export type LocatingDesk = Awaited<ReturnType<typeof openLocatingDesk>>
