import type { ExpressionSpecification } from 'maplibre-gl'
import type { Language } from './map-types.ts'

/** The name a feature carries in the language of the reader; Chinese where there is no other. */
export const nameIn = (language: Language): ExpressionSpecification =>
  language === 'zh' ? ['get', 'name'] : ['coalesce', ['get', 'nameEn'], ['get', 'name']]
