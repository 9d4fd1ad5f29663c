import type { Calibre } from '../../accidents/calibre.ts'
import type { WindowPreset } from './preset.ts'
import { qualifications, type Qualification } from './qualification.ts'

/** What the brigade typed in from a document of its own. */
export interface OwnDefinition {
  readonly name: string
  /** Number and title of the document that the numbers were taken from. */
  readonly source: string
  readonly windowLength: number
  readonly longestPeriodDays: number
  readonly minimum: number
  readonly qualification: Qualification
  readonly calibre: Calibre
}

/** Nothing of it is ours: the name and the source are shown as they were typed, in both languages. */
export function ownPreset(definition: OwnDefinition, version: number): WindowPreset {
  const { name, source, windowLength, longestPeriodDays, minimum, qualification, calibre } = definition
  const { zh, en } = qualifications[qualification].text
  const text = {
    zh: `${windowLength} 米内 ${minimum} 起以上：${zh}`,
    en: `${minimum} or more within ${windowLength} m: ${en}`,
  }
  return {
    ...{ id: 'P0', method: 'windowRule', version, weights: 'killedFirst', junctionRadius: 150 },
    ...{ longestPeriodDays, calibre },
    name: { zh: name, en: name },
    clauses: [{ id: 'own', text, windowLength, of: qualification, minimum }],
    criterion: {
      zh: `${longestPeriodDays} 天内，${text.zh}`,
      en: `Within ${longestPeriodDays} days, ${text.en}`,
    },
    source: { zh: `大队录入：${source}`, en: `Entered by the brigade: ${source}` },
  }
}
