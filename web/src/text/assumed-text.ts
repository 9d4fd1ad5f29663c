import type { Text } from '../../../api/http/text.ts'
import { assumptionMessages } from '../../../api/roads/coordinates/coordinate-messages.ts'
import type { StakeWarning } from '../../../api/roads/stakes/stake-reading.ts'
import { stakeWarningText } from '../../../api/roads/stakes/stake-warnings.ts'
import type { Language } from './words.ts'

const others: Readonly<Record<string, Text>> = {
  stake_repeats: {
    zh: '断链：这个桩号在路上有两处，请看清是哪一处。',
    en: 'Chain break: this stake stands at two places of the road. See which one it is.',
  },
}

/** What the service assumed in reading a text or a coordinate, as a sentence; a code that is not known stays as it is. */
export function assumedText(code: string, language: Language): string {
  const coordinates: Readonly<Record<string, Text>> = assumptionMessages
  const text =
    others[code] ?? coordinates[code] ?? (stakeWarningText(code as StakeWarning) as Text | undefined)
  return text?.[language] ?? code
}
