import { createContext } from 'svelte'
import { ApiProblem } from '../../../api/client.ts'
import type { Facility, PlacedFacility } from '../api/api-types.ts'
import type { LonLat } from '../map/map-types.ts'
import { reachAt } from '../map/road-pointing.ts'
import type { AppState } from '../state/app-state.svelte.ts'
import { FacilityEdit } from './facility-edit.svelte.ts'

export interface ChangeMeanwhile {
  readonly at: string
  readonly actorName: string
  readonly action: string
  readonly fields: readonly string[]
}

const closeEnough = 11
const workingZoom = 15

/** The facility that is being put right, on the map and in its form at once. What was typed waits while another is looked at. */
export class FacilityEditing {
  isBusy = $state(false)
  failure = $state.raw<unknown>(undefined)
  /** What was saved last, with what the service says about it. */
  saved = $state.raw<PlacedFacility | null>(null)
  #edit = $state.raw<FacilityEdit | null>(null)
  readonly #app: AppState

  readonly current = $derived.by(() => {
    const { selection, task } = this.#app.url
    const isShown = selection?.kind === 'facility' && selection.id === this.#edit?.facility.id
    return isShown && task === null ? this.#edit : null
  })
  readonly problem = $derived(this.failure instanceof ApiProblem ? this.failure : undefined)
  /** Who changed what while this was being written. */
  readonly changes = $derived.by(() => {
    const { status, body } = this.problem ?? {}
    return status === 409 && Array.isArray(body?.changes) ? (body.changes as readonly ChangeMeanwhile[]) : []
  })

  constructor(app: AppState) {
    this.#app = app
  }

  open(facility: Facility): void {
    this.failure = undefined
    this.saved = null
    this.#edit = new FacilityEdit(facility, this.#app.roads)
    const { point } = this.#edit
    if (!point || (this.#app.url.camera?.zoom ?? 0) >= workingZoom - 2) return
    this.#app.change({ camera: { lon: point[0], lat: point[1], zoom: workingZoom } }, { isStep: false })
  }

  close(): void {
    this.failure = undefined
    this.#edit = null
  }

  /** Seen from afar a finger covers kilometres of road: such a tap only brings the place closer. */
  takeTap({ lon, lat }: LonLat): void {
    const zoom = this.#app.url.camera?.zoom ?? 0
    if (zoom < closeEnough)
      this.#app.change({ camera: { lon, lat, zoom: closeEnough + 0.5 } }, { isStep: false })
    else this.current?.dragTo([lon, lat], reachAt(zoom, lat))
  }

  /** The facility as it is kept now; undefined where the service did not take it. */
  async save(edit: FacilityEdit): Promise<PlacedFacility | undefined> {
    const { id, version } = edit.facility
    this.isBusy = true
    this.failure = undefined
    try {
      const saved = await this.#app.calls.changeFacility(id, version, edit.patch)
      this.close()
      this.saved = saved
      return saved
    } catch (error) {
      this.failure = error
      if (error instanceof ApiProblem && error.status === 409) await this.#takeOver(edit)
      return undefined
    } finally {
      this.isBusy = false
    }
  }

  /** The refusal is told in any case; without the newer version the next attempt is refused just so. */
  async #takeOver(edit: FacilityEdit): Promise<void> {
    const fresh = await this.#app.calls.facility(edit.facility.id).catch(() => undefined)
    if (fresh) edit.rebase(fresh)
  }
}

export const [getFacilityEditing, setFacilityEditing] = createContext<FacilityEditing>()
