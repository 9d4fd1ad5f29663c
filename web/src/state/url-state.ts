import { presetIds } from '../../../api/hotspots/rules/preset.ts'
import { weightIds, type WeightId } from '../../../api/hotspots/rules/severity-weights.ts'
import { severities, type Severity } from '../../../api/accidents/severity.ts'
import type { Calibre, PresetId } from '../api/api-types.ts'
import { parsePart, partText, type AccidentPart } from './accident-part.ts'
import { layerGroups, type Camera, type LayerGroup, type Selection } from '../map/map-types.ts'
import {
  actOf,
  cameraOf,
  cameraText,
  dateOf,
  oneOf,
  recordId,
  selectionOf,
  someOf,
  stripOf,
  stripText,
  type StripPlace,
} from './url-values.ts'

export const panels = [
  'hotspots',
  'hazards',
  'facilities',
  'gaps',
  'locating',
  'roads',
  'imports',
  'audit',
  'inspection',
  'statistics',
  'strip',
  'layers',
  'filters',
  'people',
  'account',
  'settings',
  'todo',
  'patrol',
  'rounds',
  'holidays',
  'lists',
  'exports',
  'office',
] as const
export const tasks = ['hazard', 'facility'] as const
export const periodKinds = ['demoYear', 'thisMonth', 'yearToDate', 'threeYears', 'custom'] as const
export const calibres = ['general', 'reported', 'all', 'simple'] as const
export const textScales = [1, 1.25, 1.5] as const
/** For a place, for a stretch, for the whole banner. */
export const heatBandwidths = [300, 1000, 3000] as const

/** These are no lists beside the map: they take the whole width. */
export const wholePanels = ['imports', 'audit', 'inspection', 'statistics', 'strip'] as const
export type WholePanel = (typeof wholePanels)[number]
export const isWhole = (panel: Panel | null): panel is WholePanel =>
  wholePanels.some((whole) => whole === panel)

export type Panel = (typeof panels)[number]
export type Task = (typeof tasks)[number]
export type PeriodKind = (typeof periodKinds)[number]
export type HeatBandwidth = (typeof heatBandwidths)[number]
export type TextScale = (typeof textScales)[number]
export type Language = 'zh' | 'en'
export type Theme = 'light' | 'dark'

/** What the address says. A null is "not said", and the default of the place or the person holds. */
export interface UrlState {
  readonly panel: Panel | null
  /** The file that is being taken in, while its screen is open. */
  readonly importId: string | null
  /** The supervision list that is read, while their panel is open. */
  readonly listId: string | null
  /** The road of the straight-line diagram, while its screen is open. */
  readonly strip: StripPlace | null
  readonly task: Task | null
  readonly selection: Selection | null
  /** The act at which the selected ticket is opened. */
  readonly act: string | null
  readonly camera: Camera | null
  readonly period: PeriodKind | null
  readonly from: string | null
  readonly to: string | null
  readonly calibre: Calibre
  readonly road: string | null
  readonly severity: readonly Severity[]
  /** A row of the statistics that the map shows alone. */
  readonly part: AccidentPart | null
  readonly preset: PresetId
  /** A null: those of the rule. */
  readonly weights: WeightId | null
  /** One dated screening; a null: the one that answers the filters. */
  readonly run: string | null
  readonly hiddenLayers: readonly LayerGroup[]
  /** The bandwidth of the heat line in metres; null leaves it off the map. */
  readonly heat: HeatBandwidth | null
  readonly language: Language | null
  readonly theme: Theme | null
  readonly textScale: TextScale | null
}

export const initialUrlState: UrlState = {
  panel: null,
  importId: null,
  listId: null,
  strip: null,
  task: null,
  selection: null,
  act: null,
  camera: null,
  period: null,
  from: null,
  to: null,
  calibre: 'general',
  road: null,
  severity: [],
  part: null,
  preset: 'P1a',
  weights: null,
  run: null,
  hiddenLayers: [],
  heat: null,
  language: null,
  theme: null,
  textScale: null,
}

export function parseUrlState(search: string): UrlState {
  const query = new URLSearchParams(search)
  const get = (key: string) => query.get(key)
  const road = get('road')
  const panel = oneOf(panels, get('panel'))
  const importId = get('import')
  const listId = get('list')
  const run = get('run')
  const selection = selectionOf(get('select'))
  return {
    panel,
    importId: panel === 'imports' && importId && recordId.test(importId) ? importId : null,
    listId: panel === 'lists' && listId && recordId.test(listId) ? listId : null,
    strip: panel === 'strip' ? stripOf(get('strip')) : null,
    task: oneOf(tasks, get('task')),
    selection,
    act: selection && actOf(get('act')),
    camera: cameraOf(get('map')),
    period: oneOf(periodKinds, get('period')),
    from: dateOf(get('from')),
    to: dateOf(get('to')),
    calibre: oneOf(calibres, get('calibre')) ?? initialUrlState.calibre,
    road: road && /^[A-Z0-9]{1,12}$/i.test(road) ? road : null,
    severity: someOf(severities, get('severity')),
    part: parsePart(get('part')),
    preset: oneOf(presetIds, get('preset')) ?? initialUrlState.preset,
    weights: oneOf(weightIds, get('weights')),
    run: run && recordId.test(run) ? run : null,
    hiddenLayers: someOf(layerGroups, get('hide')),
    heat: oneOf(heatBandwidths, get('heat')),
    language: oneOf(['zh', 'en'], get('lang')),
    theme: oneOf(['light', 'dark'], get('theme')),
    textScale: oneOf(textScales, get('text')),
  }
}

/** Only what differs from the defaults, in a fixed order, so that the same view always has the same address. */
export function formatUrlState(state: UrlState): string {
  const said: Record<string, string | null> = {
    map: state.camera && cameraText(state.camera),
    panel: state.panel,
    import: state.panel === 'imports' ? state.importId : null,
    list: state.panel === 'lists' ? state.listId : null,
    strip: state.panel === 'strip' ? state.strip && stripText(state.strip) : null,
    task: state.task,
    select: state.selection && `${state.selection.kind}:${state.selection.id}`,
    act: state.selection && state.act,
    period: state.period,
    from: state.from,
    to: state.to,
    calibre: state.calibre === initialUrlState.calibre ? null : state.calibre,
    road: state.road,
    severity: state.severity.join(','),
    part: state.part && partText(state.part),
    preset: state.preset === initialUrlState.preset ? null : state.preset,
    weights: state.weights,
    run: state.run,
    hide: state.hiddenLayers.join(','),
    heat: state.heat && String(state.heat),
    lang: state.language,
    theme: state.theme,
    text: state.textScale && String(state.textScale),
  }
  const parts = Object.entries(said).filter((entry): entry is [string, string] => Boolean(entry[1]))
  // Slashes, commas and colons are legal in a query and keep the address readable.
  const text = parts.map(
    ([key, value]) => `${key}=${encodeURIComponent(value).replace(/%(2F|2C|3A)/g, decodeURIComponent)}`,
  )
  return text.length ? `?${text.join('&')}` : ''
}
