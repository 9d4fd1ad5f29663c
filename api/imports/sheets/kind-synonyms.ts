import type { ImportKind } from '../import-types.ts'
import { accidentSynonyms } from './accident-synonyms.ts'
import type { KindSynonyms } from './column-synonyms.ts'
import { facilitySynonyms } from './facility-synonyms.ts'
import { hazardSynonyms } from './hazard-synonyms.ts'

const synonyms: Readonly<Record<ImportKind, KindSynonyms>> = {
  accidents: accidentSynonyms,
  hazards: hazardSynonyms,
  facilities: facilitySynonyms,
}

export const synonymsOf = (kind: ImportKind): KindSynonyms => synonyms[kind]
