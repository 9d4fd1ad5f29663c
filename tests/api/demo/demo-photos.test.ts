import { describe, expect, test } from 'vitest'
import { isPermitted } from '../../../api/auth/permissions.ts'
import { demoHazards } from '../../../api/demo/demo-hazards.ts'
import { demoPhotoFaults, demoPhotos } from '../../../api/demo/demo-photos.ts'
import { sceneSvg, sceneVariants } from '../../../api/demo/photo-scene.ts'
import { photoStageIds } from '../../../api/hazards/photos/photo-stages.ts'
import { bannerNetwork } from '../roads/network/banner-network.ts'

const now = new Date('2026-11-23T02:00:00Z')
const { tickets } = demoHazards(now, bannerNetwork)
const photos = demoPhotos(tickets, now)
const stagesOf = (item: number) => photos.filter((photo) => photo.item === item).map(({ stage }) => stage)

describe('the photos of the demonstration', () => {
  test('follow the history: no stage before its act, all of them where it was done', () => {
    for (const { hazard, history } of tickets) {
      const acts = new Set(history.map(({ action }) => action))
      const stages = stagesOf(hazard.item)
      const has = (stage: (typeof stages)[number]) => stages.includes(stage)
      expect(has('found'), hazard.title).toBe(true)
      expect(has('remedying'), hazard.title).toBe(acts.has('progress'))
      expect(has('acceptance'), hazard.title).toBe(acts.has('accept'))
      expect(has('revisit'), hazard.title).toBe(acts.has('revisit'))
      expect(has('receipt'), hazard.title).toBe(acts.has('sign') && !hazard.hasNoReceipt)
      const isLeftOut = hazard.item === demoPhotoFaults.withoutRemedied
      expect(has('remedied'), hazard.title).toBe(acts.has('requestAcceptance') && !isLeftOut)
    }
  })

  test('were taken after the find and before they were sent, by somebody who may send them', () => {
    for (const { hazardId, takenAt, at, stage, by } of photos) {
      const { row, hazard } = tickets.find(({ id }) => id === hazardId)!
      const times = [row.found_at, takenAt.toISOString(), at.toISOString(), now.toISOString()]
      expect(times, `${hazard.title} ${stage}`).toEqual([...times].sort())
      const may =
        stage === 'receipt' ? 'document:register' : stage === 'revisit' ? 'hazard:revisit' : 'hazard:register'
      expect(isPermitted(by, may), `${by.displayName} ${stage}`).toBe(true)
    }
  })

  test('each has its own spot and moment, so that only the one meant to be is used twice', () => {
    const own = photos.filter(({ sameAsItem }) => sameAsItem === undefined)
    expect(photos.length - own.length).toBe(1)
    const told = own.map(({ item, stage, takenAt, point }) => [item, stage, takenAt.getTime(), point].join())
    expect(new Set(told).size).toBe(own.length)
    const { reused } = demoPhotoFaults
    expect([stagesOf(reused.item), stagesOf(reused.from)]).toEqual([
      expect.arrayContaining([reused.stage]),
      expect.arrayContaining([reused.stage]),
    ])
  })

  test('are drawings that say so, one view for each stage and variant', () => {
    const views = photoStageIds.flatMap((stage) =>
      Array.from({ length: sceneVariants }, (_, variant) => sceneSvg(stage, variant)),
    )
    expect(new Set(views).size).toBe(photoStageIds.length * sceneVariants)
    // Drawn as outlines: no machine needs a font for it.
    for (const view of views) expect(view).not.toContain('<text')
  })
})
