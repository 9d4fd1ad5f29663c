import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Hazard } from '../../../api/hazards/hazard.schema.ts'
import { sceneSvg } from '../../../api/demo/photo-scene.ts'
import type { PhotoStage } from '../../../api/hazards/photos/photo-stages.ts'
import { newPhoto } from '../../fixtures/photos/make-photo.ts'
import type { Brigade } from './brigade.ts'

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true })
export const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
export const stands = (page: Page, status: string) =>
  page.locator('.detail .marks').first().getByText(status, { exact: true }).waitFor()

type Answer = string | { readonly choose: string }

/** Opens the form of an act, fills it in and confirms. */
export async function act(
  page: Page,
  name: string,
  answers: Readonly<Record<string, Answer>>,
): Promise<void> {
  await button(page, name).first().click()
  for (const [label, answer] of Object.entries(answers)) {
    const field = page.locator('.detail form').getByLabel(label, { exact: true })
    if (typeof answer === 'string') await field.fill(answer)
    else await field.selectOption({ label: answer.choose })
  }
  await button(page, `确认${name}`).click()
}

/** Taken on the spot just now, as a phone would. */
export async function photoOf(stage: PhotoStage, { place, movedByMs }: Brigade) {
  const takenAt = new Date(Date.now() + movedByMs + 8 * 3600_000).toISOString().slice(0, 19)
  const scene = sceneSvg(stage, 1)
  return {
    name: `${stage}.jpg`,
    mimeType: 'image/jpeg',
    buffer: await newPhoto({ takenAt, offset: '+08:00', point: place, scene }),
  }
}

export async function putPhoto(
  page: Page,
  brigade: Brigade,
  stage: PhotoStage,
  label: string,
): Promise<void> {
  await page.getByLabel('照片属于').selectOption(stage)
  await page.locator('#hazard-photos-album').setInputFiles([await photoOf(stage, brigade)])
  await button(page, '上传 1 张').click()
  await button(page, `查看照片：${label} 1`).waitFor()
}

/** The step that somebody else owns: this screen does not offer it, and the service refuses it to who sits here. */
export async function mayNot(page: Page, offered: string, request: Refused): Promise<void> {
  expect(await button(page, offered).count(), offered).toBe(0)
  expect(await statusOf(page, request), `${request.method ?? 'POST'} ${request.path}`).toBe(403)
}

interface Refused {
  readonly path: string
  readonly method?: string
  readonly body?: object
}

/** Asked by the page itself, with the session of who sits before it. */
const statusOf = (page: Page, { path, method = 'POST', body }: Refused): Promise<number> =>
  page.evaluate(
    async ({ path, method, body }) => {
      const found = /hazards\/[\w-]+/.exec(path)
      const etag = found && (await fetch(`/api/${found[0]}`)).headers.get('etag')
      const headers = { 'content-type': 'application/json', ...(etag ? { 'if-match': etag } : {}) }
      return (await fetch(path, { method, headers, body })).status
    },
    { path, method, body: method === 'GET' ? null : JSON.stringify(body ?? {}) },
  )

export const transition = (id: string, action: string, fields: object = {}): Refused => ({
  path: `/api/hazards/${id}/transitions`,
  body: { action, ...fields },
})

export const hazardOf = (brigade: Brigade, id: string) => brigade.ask<Hazard>('leader', `/api/hazards/${id}`)
