import type { LegalBasis, Office, OfficeInput } from '../api/letter-calls.ts'

/** Lines that are typed as they are printed, in the order in which they are asked for. */
export const officeGroups = {
  heads: ['organ', 'letterhead', 'fillingUnit', 'letterPrefix', 'reportPrefix'],
  addressees: ['reportTo', 'copyTo', 'supervisingBody', 'safetyCommittee'],
  people: ['signer', 'unitHead', 'reviewer', 'compiler', 'contact', 'phone'],
  phrases: ['campaign', 'reportClosing', 'watermark'],
} as const
export type OfficeGroup = keyof typeof officeGroups
export type OfficeLine = (typeof officeGroups)[OfficeGroup][number]
export const officeGroupIds = Object.keys(officeGroups) as OfficeGroup[]

/** These may be left empty: whoever they name signs by hand, or nothing is said. */
const optional: readonly OfficeLine[] = [
  ...officeGroups.people,
  ...(['copyTo', 'campaign', 'watermark'] as const),
]
export const isOptional = (line: OfficeLine): boolean => optional.includes(line)

const longest: Readonly<Partial<Record<OfficeLine, number>>> = {
  letterPrefix: 20,
  reportPrefix: 20,
  copyTo: 200,
  phone: 40,
}
export const longestOf = (line: OfficeLine): number =>
  longest[line] ?? (officeGroups.people.some((name) => name === line) ? 20 : 60)

/** What is being typed; nothing is lost when the service refuses it. */
export class OfficeDraft {
  lines = $state<Record<OfficeLine, string>>({} as Record<OfficeLine, string>)
  replyDays = $state('3')
  bases = $state<LegalBasis[]>([])
  readonly version: number

  constructor(office: Office) {
    this.version = office.version
    this.lines = Object.fromEntries(
      Object.values(officeGroups)
        .flat()
        .map((line) => [line, office[line]]),
    ) as Record<OfficeLine, string>
    this.replyDays = String(office.replyDays)
    this.bases = office.legalBases.map((basis) => ({ ...basis }))
  }

  get missing(): OfficeLine[] {
    return (Object.keys(this.lines) as OfficeLine[]).filter(
      (line) => !isOptional(line) && this.lines[line].trim() === '',
    )
  }

  get hasReplyDays(): boolean {
    return /^[1-9]$|^[1-5]\d$|^60$/.test(this.replyDays.trim())
  }

  get areBasesWhole(): boolean {
    return (
      this.bases.length > 0 &&
      this.bases.every(({ name, wording, source }) => [name, wording, source].every((text) => text.trim()))
    )
  }

  get isReady(): boolean {
    return this.missing.length === 0 && this.hasReplyDays && this.areBasesWhole
  }

  /** Ids are never shown; they only tell the rows apart. */
  addBasis(): void {
    const taken = this.bases.map(({ id }) => id)
    const id = Array.from({ length: taken.length + 1 }, (_, index) => `own${index + 1}`).find(
      (one) => !taken.includes(one),
    )!
    this.bases.push({ id, name: '', wording: '', source: '', isUsual: false })
  }

  removeBasis(id: string): void {
    this.bases = this.bases.filter((basis) => basis.id !== id)
  }

  get input(): OfficeInput {
    const trimmed = Object.fromEntries(
      Object.entries(this.lines).map(([line, text]) => [line, text.trim()]),
    ) as Record<OfficeLine, string>
    return {
      ...trimmed,
      replyDays: Number(this.replyDays),
      legalBases: this.bases.map(({ name, wording, source, ...rest }) => ({
        ...rest,
        name: name.trim(),
        wording: wording.trim(),
        source: source.trim(),
      })),
    }
  }
}
