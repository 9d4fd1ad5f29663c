import type { ExpressionSpecification } from 'maplibre-gl'
import { mapWords } from '../text/map-words.ts'
import type { Language } from './map-types.ts'

/** The name a feature carries in the language of the reader; Chinese where there is no other. */
export const nameIn = (language: Language): ExpressionSpecification =>
  language === 'zh' ? ['get', 'name'] : ['coalesce', ['get', 'nameEn'], ['get', 'name']]

/** What the number plate of a road says: its code, or the name of a road that has no number. */
export const plateName = (language: Language, code: ExpressionSpecification): ExpressionSpecification => [
  'coalesce',
  ['get', code, ['literal', mapWords[language].roadShields]],
  code,
]
