import { facilityFaces, facilityFacings } from '../../../api/facilities/facility-facing.ts'
import type { Facility } from '../api/api-types.ts'
import type { AppState } from '../state/app-state.svelte.ts'
import { formatDate } from '../text/format.ts'

/** What is known about it besides; rows without a value are not shown. */
export function detailRows(facility: Facility, { words, language }: Pick<AppState, 'words' | 'language'>) {
  const { facilityEdit: labels } = words
  const { facing, faces, costYuan, consent, consentDocument, warrantyUntil } = facility
  const consented = [consent && labels.consents[consent], consentDocument].filter(Boolean).join(' ')
  return [
    { label: labels.legend, value: facility.legend },
    { label: labels.facing, value: facing && facilityFacings[facing][language] },
    { label: labels.faces, value: faces && facilityFaces[faces][language] },
    { label: labels.installedBy, value: facility.installedBy },
    { label: labels.cost, value: costYuan === null ? null : String(costYuan) },
    { label: labels.funding, value: facility.funding },
    { label: labels.supplier, value: facility.supplier },
    { label: labels.model, value: facility.model },
    { label: labels.warranty, value: warrantyUntil && formatDate(warrantyUntil, language) },
    { label: labels.consent, value: consented },
    { label: labels.removalReason, value: facility.removalReason },
    { label: labels.remark, value: facility.remark },
  ]
}
