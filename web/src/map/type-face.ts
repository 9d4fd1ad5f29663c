import type { ExpressionSpecification } from 'maplibre-gl'
import type { TextScale } from './map-types.ts'

const sans = ['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC']
const song = ['Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', 'SimSun']

/**
 * Glyphs are drawn on the device from its own fonts; nothing is fetched. The first name of a stack is no font:
 * the map library reads weight and slant out of it.
 */
export const typeFaces = {
  plain: ['Sheet Regular', ...sans],
  strong: ['Sheet Bold', ...sans],
  title: ['Sheet Bold', ...song],
  water: ['Sheet Italic', ...song],
  region: ['Sheet Regular', ...song],
}

/** Text size per zoom, in pixels at the standard size of type. */
export function textSize(scale: TextScale, ...stops: readonly (readonly [zoom: number, size: number])[]) {
  const flat = stops.flatMap(([zoom, size]) => [zoom, size * scale])
  return ['interpolate', ['linear'], ['zoom'], ...flat] as unknown as ExpressionSpecification
}

/** Symbols grow with the type, but less: the road must stay visible between them. */
export const symbolScale = (scale: TextScale): number => 1 + (scale - 1) * 0.5

/** Size of an image per zoom, as a share of how it is drawn. */
export function iconSize(scale: TextScale, ...stops: readonly (readonly [zoom: number, size: number])[]) {
  const flat = stops.flatMap(([zoom, size]) => [zoom, size * symbolScale(scale)])
  return ['interpolate', ['linear'], ['zoom'], ...flat] as unknown as ExpressionSpecification
}

/** A width or an opacity per zoom. */
export function byZoom(...stops: readonly (readonly [zoom: number, value: number])[]) {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification
}
