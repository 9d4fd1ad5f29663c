import type { Text } from '../http/text.ts'

export interface FacilityKindFacts extends Text {
  /** Units it may be counted in; the first is proposed. */
  readonly units: readonly string[]
  /** Ledgers report it by length as well as by number. */
  readonly needsLength?: boolean
}

/** Temporary controls and placed measures, in the order in which lists name them; identifiers are part of the contract. */
export const facilityKinds = {
  solar_strobe: { zh: '太阳能爆闪警示灯', en: 'Solar strobe light', units: ['盏'] },
  warning_sign: { zh: '警示标牌', en: 'Warning sign', units: ['块'] },
  speed_bump: { zh: '减速带', en: 'Speed bump', units: ['条'], needsLength: true },
  rumble_line: { zh: '减速振动标线', en: 'Rumble lines', units: ['组', '㎡'] },
  marker_post: { zh: '警示桩', en: 'Marker post', units: ['根'] },
  convex_mirror: { zh: '凸面镜', en: 'Convex mirror', units: ['面'] },
  barrier: { zh: '护栏', en: 'Barrier', units: ['米', '个'] },
  cone: { zh: '反光锥', en: 'Cone', units: ['个'] },
  drum: { zh: '防撞桶', en: 'Drum', units: ['个'] },
  chevron: { zh: '线形诱导标', en: 'Chevron', units: ['块'] },
  speed_camera: { zh: '测速设备', en: 'Speed camera', units: ['套'] },
  vms: { zh: '可变信息警示屏', en: 'Message sign', units: ['块'] },
  other: { zh: '其他设施', en: 'Other', units: ['处', '米', '个', '根', '套'] },
} as const satisfies Record<string, FacilityKindFacts>

export type FacilityKind = keyof typeof facilityKinds
export const facilityKindIds = Object.keys(facilityKinds) as [FacilityKind, ...FacilityKind[]]

export const factsOfKind = (kind: FacilityKind): FacilityKindFacts => facilityKinds[kind]

/** The name that lists use: "爆闪灯4盏" rather than the full name. */
export const shortKindName: Readonly<Partial<Record<FacilityKind, string>>> = {
  solar_strobe: '爆闪灯',
}
