import type { Selection, Theme } from '../map/map-types.ts'
import type { Words } from '../text/words.ts'
import type { StripContent } from './strip-content.ts'
import type { MarkGroup } from './mark-groups.ts'
import type { StripLook } from './strip-look.ts'
import type { TrackRoom } from './strip-tracks.ts'
import type { Scale } from './strip-view.ts'

/** On paper nothing can be tapped: then there are no acts. */
export interface StripActs {
  readonly onopen: (selection: Selection) => void
  readonly ongroup: (group: MarkGroup) => void
  readonly onpoint: (told: { readonly text: string; readonly x: number; readonly y: number } | null) => void
}

/** What every part of one row of the diagram needs to draw itself. */
export interface DrawingFrame {
  readonly content: StripContent
  readonly scale: Scale
  readonly room: TrackRoom
  readonly theme: Theme
  readonly look: StripLook
  readonly words: Words
  /** Before the ids of patterns and clips, which must differ between the drawings of a page. */
  readonly prefix: string
  readonly acts?: StripActs
}
