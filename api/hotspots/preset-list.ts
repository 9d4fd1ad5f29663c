import type { OwnRule } from './preset.queries.ts'
import type { PresetList, PresetView } from './preset.schema.ts'
import { presets } from './presets.ts'
import { ownPreset } from './rules/own-preset.ts'
import { presetIds, type Preset } from './rules/preset.ts'
import { qualificationIds, qualifications } from './rules/qualification.ts'
import { weightIds, weightSets } from './rules/severity-weights.ts'

const emptyP0: PresetView = {
  ...{ id: 'P0', version: 0, isFilled: false, method: 'windowRule', longestPeriodDays: 366 },
  ...{ weights: 'killedFirst', calibre: null, parameters: {}, own: null },
  name: { zh: '本大队依据的规范', en: 'The brigade’s own rule' },
  criterion: {
    zh: '待大队按文件录入：窗长、统计期、起数、计入的事故、口径',
    en: 'To be entered from a document: window, period, minimum, what counts, calibre',
  },
  source: {
    zh: '尚未录入，本系统不代填任何部颁阈值',
    en: 'Not entered; nothing is filled in for the ministry',
  },
}

function viewOf(preset: Preset, own: PresetView['own'] = null): PresetView {
  const { id, version, method, name, criterion, source, longestPeriodDays, weights, calibre, ...parameters } =
    preset
  return {
    ...{ id, version, method, name, criterion, source, longestPeriodDays, weights },
    ...{ isFilled: true, calibre: calibre ?? null, parameters, own },
  }
}

/** Every rule there is, with all its numbers; P0 says whether it has been entered. */
export function presetList(own: OwnRule | undefined): PresetList {
  const p0 = own ? viewOf(ownPreset(own.definition, own.version), own.definition) : emptyP0
  return {
    items: presetIds.map((id) => (id === 'P0' ? p0 : viewOf(presets[id]))),
    weights: weightIds.map((id) => {
      const { version, name, formula, source } = weightSets[id]
      return { id, version, name, formula, source }
    }),
    qualifications: qualificationIds.map((id) => ({ id, text: qualifications[id].text })),
  }
}
