import {
  annualSectionIds,
  countsOfSection,
  type AnnualSectionId,
} from '../../../api/reports/annual-fields.ts'
import type { AnnualMaterial, AnnualMaterialInput } from '../api/figure-calls.ts'

export interface MaterialDraft {
  readonly counts: Record<string, string>
  readonly texts: Record<AnnualSectionId, string>
}

/** As typed: a number that is not known is an empty field, never a 0. */
export function draftOfMaterial({ counts, texts }: AnnualMaterial): MaterialDraft {
  const fields = annualSectionIds.flatMap((id) => Object.keys(countsOfSection(id)))
  return {
    counts: Object.fromEntries(fields.map((field) => [field, String(counts[field] ?? '')])),
    texts: Object.fromEntries(annualSectionIds.map((id) => [id, texts[id] ?? ''])) as MaterialDraft['texts'],
  }
}

export const faultyCounts = ({ counts }: MaterialDraft): string[] =>
  Object.entries(counts)
    .filter(([, text]) => text.trim() !== '' && !/^\d{1,8}$/.test(text.trim()))
    .map(([field]) => field)

export function materialOfDraft({ counts, texts }: MaterialDraft): AnnualMaterialInput {
  const filled = Object.entries(counts).filter(([, text]) => text.trim() !== '')
  return {
    counts: Object.fromEntries(filled.map(([field, text]) => [field, Number(text)])),
    texts: Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== '')),
  }
}
