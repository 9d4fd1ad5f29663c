import type { Text } from '../http/text.ts'

export const areaMessages = {
  unknownArea: (id: string): Text => ({
    zh: `没有行政区“${id}”。可用的见 /api/areas。`,
    en: `There is no area ${id}. Those that exist are listed at /api/areas.`,
  }),
  unknownSquad: (code: string): Text => ({
    zh: `没有中队或部门“${code}”。可用的见 /api/squads。`,
    en: `There is no squad or department ${code}. Those that exist are listed at /api/squads.`,
  }),
  unknownUnit: (code: string): Text => ({
    zh: `没有责任单位“${code}”。可用的见 /api/units。`,
    en: `There is no responsible unit ${code}. Those that exist are listed at /api/units.`,
  }),
  unknownTownship: (text: string, names: readonly string[]): Text => ({
    zh: `没有苏木镇“${text}”。可填：${names.join('、')}。`,
    en: `There is no township “${text}”. Choose one of: ${names.join(', ')}.`,
  }),
}
