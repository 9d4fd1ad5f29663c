import type { Hazard } from '../../../api/hazards/hazard.schema.ts'
import type { HazardRecords } from '../../../api/hazards/records/record.schema.ts'
import type { TestApp } from '../../harness/test-app.ts'
import { bodies } from './act-cases.ts'

/** What the tests of a hazard's life ask of the service, each as somebody; `app` is opened before the tests run. */
export function hazardRequests(app: () => TestApp) {
  const send = (who: string, path: string, body: unknown, version?: number) =>
    app().as(who)(`/api/hazards/${path}`, {
      method: 'POST',
      body,
      headers: version === undefined ? {} : { 'if-match': `"${version}"` },
    })
  return {
    send,
    act: (who: string, id: string, action: keyof typeof bodies, changes: object = {}) =>
      send(who, `${id}/transitions`, { action, ...bodies[action], ...changes }),
    read: async (id: string) => (await (await app().as('leader')(`/api/hazards/${id}`)).json()) as Hazard,
    recordsOf: async (id: string) =>
      (await (await app().as('audit')(`/api/hazards/${id}/records`)).json()) as HazardRecords,
  }
}

/** The fields that a refusal is about. */
export const pathsOf = async (answer: Response): Promise<string[]> =>
  ((await answer.json()) as { errors: { path: string }[] }).errors.map(({ path }) => path)
