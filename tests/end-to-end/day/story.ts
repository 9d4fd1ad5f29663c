import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest'
import { Brigade, type Home } from './brigade.ts'
import { isClosed } from './close.ts'
import { agree } from './figures.ts'
import { findsAndReviews } from './find-and-review.ts'
import { isInspected } from './inspect.ts'
import { isLate } from './late.ts'
import { listsAndExtends } from './list-and-extend.ts'
import { notifiesAndControls } from './notify-and-control.ts'

/** What the scenes of the day hand on to each other. */
export interface Story {
  readonly brigade: Brigade
  readonly stake: string
  hazardId: string
  /** As it is printed: 鄂交隐〔2026〕0027. */
  number: string
  /** As it stands in lists: YH-150624-2026-0027. */
  technicalNumber: string
  readonly foundOn: string
  readonly due: string
  readonly extendedTo: string
  /** 万元. */
  readonly funds: string
  firstList: string
  secondList: string
}

export type Scene = (story: () => Story) => void

/** The same day on either home, through the screens, each step by the role that owns it. */
export function tellTheDay(home: Home): void {
  describe(`a day in the brigade, on the ${home} database`, () => {
    const stake = 'K1046+200'
    let story: Story
    let isBroken = false

    beforeAll(async () => {
      const brigade = await Brigade.comesToWork(home, stake)
      story = {
        ...{ brigade, stake, funds: '18.60' },
        ...{ foundOn: brigade.today, due: brigade.dayFromNow(20), extendedTo: brigade.dayFromNow(30) },
        // Known once the day has come so far.
        ...{ hazardId: '', number: '', technicalNumber: '', firstList: '', secondList: '' },
      }
    })
    afterAll(() => story?.brigade.goesHome())
    // Each step stands on the one before it.
    beforeEach((context) => {
      context.skip(isBroken, 'an earlier step failed')
      onTestFailed(async () => {
        isBroken = true
        console.log(await story.brigade.screenInWords())
      })
    })

    const scenes = [
      findsAndReviews,
      notifiesAndControls,
      listsAndExtends,
      isLate,
      isClosed,
      agree,
      isInspected,
    ]
    for (const scene of scenes) scene(() => story)

    test('nothing was asked of another host, and the pages never complained', () => {
      for (const { foreignRequests, complaints } of story.brigade.watched) {
        expect(foreignRequests).toEqual([])
        expect(complaints).toEqual([])
      }
    })
  })
}
