import type { Preset, PresetId } from './rules/preset.ts'
import { rankingPresets } from './rules/ranking-presets.ts'
import { weightedPresets } from './rules/weighted-presets.ts'
import { windowPresets } from './rules/window-presets.ts'

export { presetIds, type Preset, type PresetId } from './rules/preset.ts'

/** All but P0, which is the brigade's own and lives in the database. */
export const presets: Readonly<Record<Exclude<PresetId, 'P0'>, Preset>> = {
  ...windowPresets,
  ...weightedPresets,
  ...rankingPresets,
}
