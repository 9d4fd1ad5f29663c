import { facilityKinds, shortKindName } from '../../../api/facilities/facility-kinds.ts'
import type { Facility } from '../api/api-types.ts'
import type { Language } from '../text/words.ts'

type Named = Pick<Facility, 'kind'>
type Placed = Pick<Facility, 'roadName' | 'stakeText' | 'placeText'>

export const kindName = ({ kind }: Named, language: Language): string =>
  (language === 'zh' ? shortKindName[kind] : undefined) ?? facilityKinds[kind][language]

/** Road and stake; off the roads, what was written about the place. */
export const whereText = ({ roadName, stakeText, placeText }: Placed): string =>
  stakeText ? `${roadName} ${stakeText}` : [roadName, placeText].filter(Boolean).join(' ')

export const facilityLabel = (facility: Named & Placed, { language }: { language: Language }): string =>
  `${whereText(facility)} ${kindName(facility, language)}`
