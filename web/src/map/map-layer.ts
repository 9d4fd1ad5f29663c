import type { LayerSpecification, SourceSpecification } from 'maplibre-gl'
import type { LayerId } from './layer-order.ts'
import type { Look } from './map-types.ts'
import type { Palette } from './palette.ts'

/** A layer as its own file describes it: an id of the one ordered list. */
export type MapLayer = LayerSpecification & { readonly id: LayerId }

export interface SheetPart {
  readonly sources: Readonly<Record<string, SourceSpecification>>
  readonly layers: readonly MapLayer[]
}

export interface Drawing {
  readonly look: Look
  readonly palette: Palette
}

export const isShown = (shown: boolean) => (shown ? 'visible' : 'none')

/** Images are drawn per theme, so the theme is part of the name. */
export const imageName = (theme: string, symbol: string): string => `${theme}/${symbol}`
