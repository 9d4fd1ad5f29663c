import type { Preset, PresetId } from './rules/preset.ts'
import { rankingPresets } from './rules/ranking-presets-p4-p5-p7.ts'
import { weightedPresets } from './rules/weighted-presets-p6-p8.ts'
import { windowPresets } from './rules/window-presets-p1-p2-p3.ts'

export { presetIds, type Preset, type PresetId } from './rules/preset.ts'

/** All but P0, which is the brigade's own and lives in the database. */
export const presets: Readonly<Record<Exclude<PresetId, 'P0'>, Preset>> = {
  ...windowPresets,
  ...weightedPresets,
  ...rankingPresets,
}
