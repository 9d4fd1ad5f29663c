import type { Dimension } from '../../../api/statistics/dimensions.ts'
import type {
  CrossTable,
  FileFormat,
  FourIndices,
  ReportAnswer,
  ReportKind,
  StatisticBase,
  Summary,
} from '../api/figure-calls.ts'
import type { AppState } from '../state/app-state.svelte.ts'
import { Resource } from '../state/resource.svelte.ts'

/** What the page of figures shows: of the whole banner, for the period and the calibre of the filters. */
export class StatisticsDesk {
  readonly summary = new Resource<Summary>()
  readonly rows = new Resource<FourIndices>()
  readonly grid = new Resource<CrossTable>()
  readonly month = new Resource<ReportAnswer>()
  readonly annual = new Resource<ReportAnswer>()
  readonly bases = new Resource<readonly StatisticBase[]>()
  readonly file = new Resource<string>()
  dimension = $state<Dimension>('road')
  readonly #app: AppState
  #asked = ''

  constructor(app: AppState) {
    this.#app = app
  }

  get dates() {
    const { from, to } = this.#app.period
    return { from, to }
  }

  get year(): number {
    return Number(this.dates.to.slice(0, 4))
  }

  /** Asks for what the present period, calibre, dimension and language need and is not there yet. */
  load(): void {
    const { calls, url, language } = this.#app
    const counted = { ...this.dates, calibre: url.calibre }
    const question = JSON.stringify([counted, this.dimension, language])
    if (question === this.#asked) return
    this.#asked = question
    void this.rows.load(() => calls.figuresBy({ ...counted, by: this.dimension }))
    void this.grid.load(() => calls.crossTable({ ...counted, rows: 'hour', columns: 'weekday' }))
    void this.month.load(() => calls.report('monthly-hazards', this.dates))
    void this.bases.load(async () => (await calls.statisticBases()).items)
    this.#loadFilledIn()
  }

  /** What follows from the figures that people enter. */
  #loadFilledIn(): void {
    const { calls } = this.#app
    void this.summary.load(() => calls.summary(this.dates))
    void this.annual.load(() => calls.report('annual-summary', this.dates))
  }

  /** After a base or the material of a year was saved. */
  async reload(): Promise<void> {
    this.#loadFilledIn()
    await this.bases.load(async () => (await this.#app.calls.statisticBases()).items)
  }

  async takeAway(kind: ReportKind, format: FileFormat, save: (blob: Blob, name: string) => void) {
    const query = { ...this.dates, calibre: this.#app.url.calibre }
    await this.file.load(async () => {
      const { blob, name } = await this.#app.calls.reportFile(kind, format, query)
      const saved = name ?? `${kind}.${format}`
      save(blob, saved)
      return saved
    })
  }
}
