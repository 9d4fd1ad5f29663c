import type { Text } from '../../http/text.ts'
import type { FacilityKind } from '../facility-kinds.ts'

/** What whoever stands before the facility looks at. */
export const inspectionChecks = {
  lit: { zh: '灯亮、闪烁正常', en: 'Lit and flashing' },
  power: { zh: '电池、太阳能板完好', en: 'Battery and panel sound' },
  facing: { zh: '朝向来车', en: 'Faces the traffic' },
  fixed: { zh: '固定牢靠', en: 'Firmly fixed' },
  unobscured: { zh: '无遮挡', en: 'Not obscured' },
  clean: { zh: '无积沙积雪、表面干净', en: 'Free of sand and snow' },
  legible: { zh: '版面清晰、反光', en: 'Legible and reflective' },
  whole: { zh: '完整、无缺损', en: 'Whole, nothing missing' },
  worn: { zh: '未磨平、无翘起断裂', en: 'Not worn, no edge loose' },
  warned: { zh: '来车方向有预告标志', en: 'A sign announces it' },
} as const satisfies Record<string, Text>

export type CheckId = keyof typeof inspectionChecks
export const checkIds = Object.keys(inspectionChecks) as [CheckId, ...CheckId[]]
export const checkResults = ['good', 'bad', 'unseen'] as const
export type CheckResult = (typeof checkResults)[number]

const signs: readonly CheckId[] = ['legible', 'facing', 'fixed', 'unobscured', 'clean']
const posts: readonly CheckId[] = ['whole', 'fixed', 'legible', 'clean']

const checksOfKind: Readonly<Record<FacilityKind, readonly CheckId[]>> = {
  solar_strobe: ['lit', 'power', 'facing', 'fixed', 'unobscured', 'clean'],
  warning_sign: signs,
  speed_bump: ['whole', 'worn', 'fixed', 'warned', 'clean'],
  rumble_line: ['worn', 'clean'],
  marker_post: posts,
  convex_mirror: ['whole', 'facing', 'fixed', 'unobscured', 'clean'],
  barrier: ['whole', 'fixed', 'legible'],
  cone: ['whole', 'legible'],
  drum: ['whole', 'legible'],
  chevron: signs,
  speed_camera: ['power', 'facing', 'fixed', 'unobscured', 'clean'],
  vms: ['lit', 'power', 'facing', 'fixed', 'unobscured'],
  other: ['whole', 'fixed', 'clean'],
}

/** In the order in which one looks. */
export const checksFor = (kind: FacilityKind): readonly CheckId[] => checksOfKind[kind]
