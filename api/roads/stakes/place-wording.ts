import { formatPlaceRange } from './stake-format.ts'

export interface WordedPlace {
  readonly road: string | null
  readonly roadName: string
  readonly fromStake: number | null
  readonly toStake?: number | null
  readonly township?: string | null
  readonly placeText?: string | null
}

/** Codes of our own making are no use to a reader; G109 and S216 are. */
const isOfficial = (code: string | null): code is string => code !== null && /^[GSXYCZ]\d/.test(code)

/** 国道109线（京拉线） names the road by its number and by its name; beside the code the name is enough. */
const properName = (roadName: string) => /^[国省县乡专]道\d+线（(.+)）$/.exec(roadName)?.[1] ?? roadName

/** X612 阿苏线; a road without an official code goes by its name. */
export function roadInWords({ road, roadName }: Pick<WordedPlace, 'road' | 'roadName'>): string {
  return isOfficial(road) && !roadName.startsWith(road) ? `${road} ${properName(roadName)}` : roadName
}

/** G109 K1046+200—K1047+900; without a stake what else is known: X612 阿苏线，阿尔巴斯苏木，气田专用路段. */
export function placeInWords(place: WordedPlace): string {
  const { road, roadName, fromStake, toStake, township, placeText } = place
  if (fromStake !== null)
    return formatPlaceRange(isOfficial(road) ? road : roadName, fromStake, toStake ?? fromStake)
  const said = placeText && placeText !== roadName ? placeText : null
  return [roadInWords(place), township, said].filter((part) => part).join('，')
}
