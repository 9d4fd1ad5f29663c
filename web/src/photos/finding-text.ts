import type { HazardPhoto, RecordPhoto } from '../api/photo-calls.ts'
import type { Words } from '../text/words.ts'

export interface FindingBadge {
  readonly text: string
  readonly tone: 'danger' | 'warn' | 'plain'
}

type Finding = HazardPhoto['findings'][number]

function textOf(finding: Finding, isOfFacility: boolean, words: Words['photos']): string {
  switch (finding.code) {
    case 'farAway':
      return (isOfFacility ? words.farFromFacility : words.farAway)(finding.metres)
    case 'beforeDiscovery':
      return words.beforeDiscovery(Math.max(1, Math.round(finding.minutes / 60)))
    case 'reused':
      return words.reused(finding.hazards.join('、'))
    case 'datumUnsure':
      return words.datumUnsure
    case 'noTime':
      return words.noTime
    case 'noPosition':
      return words.noPosition
  }
}

/** In words, the serious first: a colour alone tells nothing on a grey print. */
export function findingBadges(photo: Pick<RecordPhoto, 'findings'>, words: Words['photos']): FindingBadge[] {
  const isOfFacility = 'facilityId' in photo
  const badges = photo.findings.map((finding) => ({
    text: textOf(finding, isOfFacility, words),
    tone: finding.isRed
      ? ('danger' as const)
      : finding.code === 'datumUnsure'
        ? ('warn' as const)
        : ('plain' as const),
  }))
  return [...badges].sort((a, b) => Number(b.tone === 'danger') - Number(a.tone === 'danger'))
}
