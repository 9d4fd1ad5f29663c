import { v7 as newId } from 'uuid'
import type { HazardLevel, HazardType } from '../../../api/hazards/hazard-codes.ts'
import type { NewHazard } from '../api/api-types.ts'
import { dropDraft, keepDraft, readDraft } from '../state/unsent/drafts.ts'
import { PlaceDraft, type PlaceSnapshot } from '../state/place-draft.svelte.ts'

interface HazardSnapshot {
  readonly id: string
  readonly types: HazardType[]
  readonly level: HazardLevel | null
  readonly description: string
  readonly siteId: string | null
  readonly place: PlaceSnapshot
}

const key = 'hazard'

/** A hazard being written. Its id is made once and kept, so that sending it twice registers it once. */
export class HazardDraft {
  readonly id: string
  types = $state.raw<HazardType[]>([])
  level = $state<HazardLevel | null>(null)
  description = $state('')
  siteId = $state<string | null>(null)
  readonly place: PlaceDraft
  readonly isRestored: boolean

  constructor(restored?: Partial<HazardSnapshot>) {
    this.isRestored = restored !== undefined
    this.id = restored?.id ?? newId()
    this.types = restored?.types ?? []
    this.level = restored?.level ?? null
    this.description = restored?.description ?? ''
    this.siteId = restored?.siteId ?? null
    this.place = new PlaceDraft(restored?.place)
  }

  static restore(storage: Storage): HazardDraft {
    return new HazardDraft(readDraft<HazardSnapshot>(storage, key))
  }

  get isUntouched(): boolean {
    return this.types.length === 0 && this.description === '' && this.place.isUntouched && this.level === null
  }

  keep(storage: Storage): void {
    const { id, types, level, description, siteId } = this
    const place = this.place.snapshot
    if (this.isUntouched) dropDraft(storage, key)
    else keepDraft(storage, key, { id, types, level, description, siteId, place } satisfies HazardSnapshot)
  }

  drop(storage: Storage): void {
    dropDraft(storage, key)
  }

  get body(): NewHazard {
    return {
      ...this.place.location(),
      types: this.types,
      level: this.level ?? undefined,
      description: this.description.trim(),
      source: this.siteId ? '03' : '01',
      screeningSiteId: this.siteId ?? undefined,
    }
  }
}
