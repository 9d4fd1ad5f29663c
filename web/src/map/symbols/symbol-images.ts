import type { Map as MapLibreMap, StyleImageMetadata } from 'maplibre-gl'
import type { Theme } from '../map-types.ts'
import { svgSource, type SymbolDrawing } from './drawing.ts'
import { drawSymbol } from './symbol-catalogue.ts'

async function rasterise(drawing: SymbolDrawing, pixelRatio: number): Promise<ImageData> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgSource(drawing, pixelRatio))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(drawing.width * pixelRatio)
  canvas.height = Math.ceil(drawing.height * pixelRatio)
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.drawImage(image, 0, 0)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

function stretching({ stretch }: SymbolDrawing, pixelRatio: number): Partial<StyleImageMetadata> {
  if (!stretch) return {}
  const pixels = <Numbers extends readonly number[]>(numbers: Numbers) =>
    numbers.map((number) => number * pixelRatio) as { -readonly [Key in keyof Numbers]: number }
  return { stretchX: [pixels(stretch.x)], stretchY: [pixels(stretch.y)], content: pixels(stretch.content) }
}

/** Draws a symbol when the map first asks for it, never coarser than 2×. */
export function drawImagesOnDemand(map: MapLibreMap): void {
  const pixelRatio = Math.max(2, Math.ceil(window.devicePixelRatio))
  map.setMissingStyleImageResolver(async (name) => {
    const [theme, symbol = ''] = name.split('/')
    const drawing = drawSymbol(symbol, theme as Theme)
    if (!drawing) return
    const pixels = await rasterise(drawing, pixelRatio)
    if (!map.hasImage(name)) map.addImage(name, pixels, { pixelRatio, ...stretching(drawing, pixelRatio) })
  })
}
