import type { Setting, Story } from './accident-story.ts'
import type { PinnedAccident } from './demo-clusters.ts'
import type { TownArea, TownPlace } from './demo-places.ts'
import type { DemoRoad } from './demo-years.ts'

/** How bad it was, before it is known where and why. */
export interface Harm {
  readonly killed: number
  readonly injured: number
  readonly seriouslyInjured: number
  readonly lossYuan: number
  readonly isReported: boolean
}

export type Site =
  | { readonly kind: 'stake'; readonly stake: number; readonly direction: 'increasing' | 'decreasing' }
  | {
      readonly kind: 'town'
      readonly area: TownArea
      readonly point: readonly [number, number]
      readonly place: TownPlace
    }
  | {
      readonly kind: 'unlocated'
      readonly roadName: string
      readonly placeText: string
      readonly township: string
      readonly squad: string
    }

/** An accident with its place and its harm; the story is found afterwards. */
export interface Draft extends Harm {
  readonly year: number
  readonly road: DemoRoad
  readonly site: Site
  readonly setting: Setting
  readonly pinned?: PinnedAccident | undefined
}

export interface ToldAccident extends Draft {
  readonly story: Story
  readonly day: number
  /** After midnight, Beijing time. */
  readonly minute: number
}
