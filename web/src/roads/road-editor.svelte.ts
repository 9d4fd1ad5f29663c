import { createContext } from 'svelte'
import { ApiProblem } from '../../../api/client.ts'
import type { LonLat } from '../../../api/roads/network/geodesy.ts'
import type { RoadImportPlan } from '../../../api/roads/geometry-import/import-plan.ts'
import { pointToStakes } from '../../../api/roads/network/linear-referencing.ts'
import { roadInputOf } from '../../../api/roads/network/road-input.ts'
import { buildRoadNetwork, type RoadNetwork } from '../../../api/roads/network/road-network.ts'
import type { Road } from '../api/api-types.ts'
import type { ChangedRoad, MovedRecords } from '../api/road-types.ts'
import type { AppState } from '../state/app-state.svelte.ts'
import { stepsOf } from './line-changes.ts'
import { LineDraft } from './line-draft.svelte.ts'
import { editedRoadInput, type Post } from './line-edits.ts'
import { RoadForm } from './road-form.svelte.ts'
import { moreMoved, nothingMoved, sendChange, type Because } from './save-line.ts'

export type RoadTab = 'facts' | 'line' | 'history'
/** What the next tap on the map means. */
export type MapTool = 'addPost' | 'roadPoint'

/** Stands in the address for a road that is being written. */
export const newRoad = 'new'

const closeEnough = 11
const workingZoom = 14

export interface SavedLine {
  readonly moved: MovedRecords
  readonly changes: number
}

/** A tap beside the line means the line: a finger is coarser than the drawing. */
const snapWithin = 60

/** The road being looked at or kept: its tab, what was done to its line, and the form of its facts. */
export class RoadEditor {
  tab = $state<RoadTab>('facts')
  tool = $state<MapTool | null>(null)
  form = $state.raw<RoadForm | null>(null)
  /** A tap that met no road. */
  missedTap = $state(false)
  /** A tap from too far away, which only brought the place closer. */
  asksCloser = $state(false)
  saved = $state.raw<SavedLine | null>(null)
  /** A line out of a file that is being looked at. */
  preview = $state.raw<RoadImportPlan | null>(null)
  readonly #app: AppState
  readonly #drafts = new Map<string, LineDraft>()

  readonly code = $derived.by(() => {
    const { selection } = this.#app.url
    return selection?.kind === 'road' ? selection.id : null
  })
  readonly road = $derived.by(() => this.#app.data.roads.value?.find(({ code }) => code === this.code))
  readonly mayWrite = $derived.by(() => this.#app.session.may('road:write'))
  readonly draft = $derived.by(() => (this.road?.isDrawn ? this.#draftOf(this.road.code) : undefined))
  readonly isEditingLine = $derived.by(
    () => this.tab === 'line' && this.draft !== undefined && this.form === null,
  )
  /** The roads with what was done to the line; undefined while nothing was. */
  readonly network: RoadNetwork | undefined = $derived.by(() => {
    const { draft } = this
    if (!this.isEditingLine || !draft || draft.shownSteps.length === 0) return undefined
    const roads = this.#app.data.roads.value ?? []
    return buildRoadNetwork(
      roads.map((road) =>
        road.code === this.code ? editedRoadInput(draft.road, draft.shownLine) : roadInputOf(road),
      ),
    )
  })
  /** Seen from afar, a pixel is hundreds of metres. */
  readonly isClose = $derived.by(() => (this.#app.url.camera?.zoom ?? 0) >= closeEnough)
  readonly takesTaps = $derived.by(
    () =>
      (this.tool === 'roadPoint' && this.form !== null) || (this.tool === 'addPost' && this.isEditingLine),
  )

  constructor(app: AppState) {
    this.#app = app
  }

  #draftOf(code: string): LineDraft {
    const known = this.#drafts.get(code)
    if (known) return known
    const draft = new LineDraft(() => this.#app.data.roads.value!.find((road) => road.code === code)!)
    this.#drafts.set(code, draft)
    return draft
  }

  hasUnsaved(code: string): boolean {
    return (this.#drafts.get(code)?.steps.length ?? 0) > 0
  }

  open(code: string): void {
    this.form = code === newRoad ? new RoadForm() : null
    this.tool = null
    this.#app.change({ selection: { kind: 'road', id: code }, task: null })
  }

  show(tab: RoadTab): void {
    this.tab = tab
    this.tool = null
    this.missedTap = this.asksCloser = false
    this.saved = this.preview = null
  }

  begin(form: RoadForm): void {
    this.form = form
    this.tool = null
  }

  tap({ lon, lat }: { readonly lon: number; readonly lat: number }): void {
    this.asksCloser = !this.isClose
    if (this.asksCloser) this.#bringCloser([lon, lat])
    else if (this.form) this.form.point = [lon, lat]
    else this.addPostAt([lon, lat])
    if (!this.missedTap && !this.asksCloser) this.tool = null
  }

  selectPost(id: string | null): void {
    const { draft } = this
    if (!draft) return
    draft.selectedPost = id
    const post = draft.line.posts.find((each) => each.id === id)
    if (post && !this.isClose) this.#bringCloser(post.point)
  }

  #bringCloser([lon, lat]: LonLat): void {
    this.#app.change({ camera: { lon, lat, zoom: workingZoom } }, { isStep: false })
  }

  /** Proposes the stake that the line has there; what the post itself says is typed over it. */
  addPostAt(point: LonLat): void {
    const { draft } = this
    if (!draft) return
    const network = buildRoadNetwork([editedRoadInput(draft.road, draft.line)])
    const [nearest] = pointToStakes(network, point, { maximumDistance: 2000 })
    this.missedTap = nearest === undefined
    if (!nearest) return
    const post: Post = {
      id: draft.newId(),
      section: nearest.section,
      stake: Math.round(nearest.stake),
      point: nearest.distance <= snapWithin ? nearest.point : point,
      method: 'imagery',
      note: null,
    }
    draft.put(post)
  }

  /** In the middle of the first section, to be moved by typing. */
  addPostByNumber(): void {
    const [first] = this.draft?.road.sections ?? []
    const middle = first?.coordinates[Math.floor(first.coordinates.length / 2)]
    if (middle) this.addPostAt(middle)
  }

  /** One change after the other, each with the version that the one before left; what was saved is not sent twice. */
  async save(because: Because): Promise<void> {
    const { draft } = this
    if (!draft) return
    const changes = draft.changes.length
    let moved = nothingMoved
    this.saved = null
    try {
      for (let [change, ...rest] = draft.changes; change; [change, ...rest] = draft.changes) {
        const answer = await sendChange(this.#app.calls, draft.road, change, because)
        moved = moreMoved(moved, answer.moved)
        this.#keep(answer.road)
        draft.goOnFrom(answer.road, stepsOf(rest))
      }
      this.saved = { moved, changes }
    } catch (error) {
      await this.refreshAfterConflict(error, draft.road.code)
      throw error
    } finally {
      this.#recordsMayHaveMoved()
    }
  }

  takeChanged({ road }: ChangedRoad): void {
    this.#keep(road)
    this.form = null
    this.tool = null
    this.#recordsMayHaveMoved()
  }

  takeReplaced(changed: ChangedRoad): void {
    this.takeChanged(changed)
    this.saved = { moved: changed.moved, changes: 1 }
  }

  takeNew(road: Road): void {
    this.#forgetRoads()
    this.open(road.code)
  }

  takeWithdrawn(): void {
    this.#forgetRoads()
    this.#app.change({ selection: null, panel: 'roads' })
  }

  close(form: RoadForm): void {
    this.form = null
    this.tool = null
    if (!form.road) this.#app.change({ selection: null })
  }

  /** After a colleague was first: the road as it is now; what was typed stays. */
  async refreshAfterConflict(error: unknown, code: string): Promise<void> {
    if (!(error instanceof ApiProblem) || error.status !== 409) return
    const road = await this.#app.calls.road(code)
    this.#keep(road)
    if (this.form?.road) this.form.road = road
    this.#drafts.get(code)?.goOnFrom(road)
  }

  #keep(road: Road): void {
    const { roads } = this.#app.data
    const others = roads.value ?? []
    roads.value = others.map((other) => (other.code === road.code ? road : other))
  }

  #forgetRoads(): void {
    this.#app.data.forget(this.#app.data.roads)
    this.#app.refresh()
  }

  #recordsMayHaveMoved(): void {
    const { data } = this.#app
    data.forget(data.accidents, data.hazards, data.facilities)
    this.#app.refresh()
  }
}

export const [getRoadEditor, setRoadEditor] = createContext<RoadEditor>()
