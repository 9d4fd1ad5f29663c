import type { Facility, FacilityPatch, NewFacility } from '../api/api-types.ts'

/** What is known about a facility besides its kind, number and place; all of it may stay unsaid. */
export const detailKeys = [
  'facing',
  'faces',
  'legend',
  'installedOn',
  'installedBy',
  'costYuan',
  'funding',
  'supplier',
  'model',
  'warrantyUntil',
  'consent',
  'consentDocument',
  'remark',
] as const
export type DetailKey = (typeof detailKeys)[number]
export type DetailTexts = Record<DetailKey, string>

const unsaid = Object.fromEntries(detailKeys.map((key) => [key, ''])) as DetailTexts

export const detailTexts = (facility: Partial<Record<DetailKey, unknown>>): DetailTexts =>
  Object.fromEntries(detailKeys.map((key) => [key, String(facility[key] ?? '')])) as DetailTexts

const valueOf = (key: DetailKey, text: string) => (key === 'costYuan' ? Number(text) : text)

/** The same fields when a facility is registered and when it is put right, as typed. */
export class DetailsDraft {
  readonly texts: DetailTexts = $state({ ...unsaid })
  readonly isCostGood = $derived(/^\d{0,9}$/.test(this.texts.costYuan.trim()))

  constructor(texts: Partial<DetailTexts> = {}) {
    Object.assign(this.texts, texts)
  }

  get snapshot(): DetailTexts {
    return { ...this.texts }
  }

  /** For a new facility: what was said. */
  get said(): Partial<NewFacility> {
    const given = detailKeys.filter((key) => this.texts[key].trim() !== '')
    return Object.fromEntries(given.map((key) => [key, valueOf(key, this.texts[key].trim())]))
  }

  /** For a correction: what differs; null takes back what was said. */
  changesTo(facility: Facility): Partial<FacilityPatch> {
    const before = detailTexts(facility)
    const changed = detailKeys.filter((key) => this.texts[key].trim() !== before[key])
    return Object.fromEntries(
      changed.map((key) => {
        const text = this.texts[key].trim()
        return [key, text === '' ? null : valueOf(key, text)]
      }),
    )
  }

  /** Takes over what somebody else wrote into the fields that were not touched here. */
  rebase(before: Facility, fresh: Facility): void {
    const touched = this.changesTo(before)
    const texts = detailTexts(fresh)
    for (const key of detailKeys) if (!(key in touched)) this.texts[key] = texts[key]
  }
}
