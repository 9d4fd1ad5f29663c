import { bumpNotice } from '../facilities/bump-warning.ts'
import type { FacilityKind } from '../facilities/facility-kinds.ts'
import type { HazardType } from '../hazards/hazard-codes.ts'
import type { Text } from '../http/text.ts'

/** Metres before a place, as those drive who come towards it. */
export interface Notice {
  readonly nearest: number
  readonly farthest: number
}

interface Rule {
  readonly name: Text
  /** What is wrong and why it matters, for the person who decides. */
  readonly why: Text
  readonly severity: 'high' | 'medium' | 'low'
  readonly act: 'place' | 'guide' | 'repair' | 'inspect' | 'remove'
  /** The main type of a ticket made from it; null where a ticket would say nothing new. */
  readonly ticketType: HazardType | null
}

interface PlacingRule {
  /** Any of these does. */
  readonly kinds: readonly FacilityKind[]
  readonly propose: { readonly kind: FacilityKind; readonly ahead: number }
}

/** Those who come towards it must meet something first. */
interface NoticeRule extends Rule, PlacingRule {
  readonly notice: Notice
}

export interface HotspotRule extends NoticeRule {
  readonly looksAt: 'hotspot'
}

/** Empty lists mean any. */
interface HazardChoice {
  readonly levels: readonly number[]
  readonly types: readonly HazardType[]
}

export interface HazardRule extends NoticeRule, HazardChoice {
  readonly looksAt: 'hazard'
}

export interface BumpRule extends NoticeRule {
  readonly looksAt: 'bump'
}

/** Something must stand along the stretch itself. */
export interface GuidanceRule extends Rule, PlacingRule, HazardChoice {
  readonly looksAt: 'stretch'
  /** Metres beyond either end that still belong to it. */
  readonly margin: number
}

export interface LampRule extends Rule {
  readonly looksAt: 'lamp'
  readonly kinds: readonly FacilityKind[]
  /** Metres along the road, either way. */
  readonly reach: number
  readonly years: number
  readonly minimumAccidents: number
}

export interface UpkeepRule extends Rule {
  readonly looksAt: 'inspection' | 'closedHazard'
}

export type GapRule = HotspotRule | HazardRule | BumpRule | GuidanceRule | LampRule | UpkeepRule

/** What tells drivers that something is coming. */
const warns: readonly FacilityKind[] = ['warning_sign', 'solar_strobe', 'vms', 'rumble_line']
/** What says what is coming. */
const tells: readonly FacilityKind[] = ['warning_sign', 'vms']
const before: Notice = { nearest: 0, farthest: 200 }

/** Where facilities lack, as the brigade looks for them. All numbers are its own to confirm: none is quoted from a standard. */
export const gapRules = {
  hotspotUnwarned: {
    looksAt: 'hotspot',
    name: { zh: '热点前无警示', en: 'Hotspot without a warning' },
    why: {
      zh: '事故多发点段来车方向 200 米内没有有效的警示设施',
      en: 'Nothing that works warns traffic within 200 m before an accident-prone place',
    },
    severity: 'high',
    act: 'place',
    kinds: warns,
    notice: before,
    propose: { kind: 'warning_sign', ahead: 150 },
    ticketType: 'D7',
  },
  hazardUnwarned: {
    looksAt: 'hazard',
    name: { zh: '隐患前无警示', en: 'Hazard without a warning' },
    why: {
      zh: '未销号的较大、重大隐患来车方向 200 米内没有有效的警示设施',
      en: 'Nothing that works warns traffic within 200 m before an open hazard of level 2 or 3',
    },
    severity: 'high',
    act: 'place',
    kinds: warns,
    levels: [2, 3],
    types: [],
    notice: before,
    propose: { kind: 'warning_sign', ahead: 150 },
    ticketType: null,
  },
  bumpUnannounced: {
    looksAt: 'bump',
    name: { zh: '减速带前无预告', en: 'Speed bump without notice' },
    why: {
      zh: '国省道主线减速带来车方向 50–150 米没有警告标志',
      en: 'No sign 50–150 m before a speed bump on a main line',
    },
    severity: 'high',
    act: 'place',
    kinds: tells,
    notice: bumpNotice,
    propose: { kind: 'warning_sign', ahead: 100 },
    ticketType: 'D1',
  },
  lampOutAtNight: {
    looksAt: 'lamp',
    name: { zh: '夜间事故路段灯不亮', en: 'Lamp out where night accidents happen' },
    why: {
      zh: '警示灯故障或缺失，前后 500 米内近三年有夜间事故',
      en: 'A warning lamp is broken or gone, with night accidents within 500 m in three years',
    },
    severity: 'high',
    act: 'repair',
    kinds: ['solar_strobe'],
    reach: 500,
    years: 3,
    minimumAccidents: 1,
    ticketType: 'D4',
  },
  signMissing: {
    looksAt: 'hazard',
    name: { zh: '有险情无标牌', en: 'Danger without a sign' },
    why: {
      zh: '牲畜横穿、村镇、学校路段来车方向 200 米内没有标牌说明',
      en: 'No sign within 200 m says that animals, a village or a school are coming',
    },
    severity: 'medium',
    act: 'place',
    kinds: tells,
    levels: [],
    types: ['F1', 'F2', 'F3'],
    notice: before,
    propose: { kind: 'warning_sign', ahead: 150 },
    ticketType: null,
  },
  guidanceMissing: {
    looksAt: 'stretch',
    name: { zh: '弯道、雾区无诱导', en: 'Bend or fog without guidance' },
    why: {
      zh: '急弯、连续急弯、急弯陡坡或缺诱导路段内没有线形诱导标、警示桩',
      en: 'No chevrons or marker posts along a sharp bend or a stretch without guidance',
    },
    severity: 'medium',
    act: 'guide',
    kinds: ['chevron', 'marker_post'],
    levels: [],
    types: ['A1', 'A2', 'A5', 'D7'],
    margin: 50,
    propose: { kind: 'chevron', ahead: 0 },
    ticketType: null,
  },
  inspectionOverdue: {
    looksAt: 'inspection',
    name: { zh: '巡检逾期', en: 'Inspection overdue' },
    why: { zh: '设施超过应巡检日期未巡检', en: 'The facility was not looked at in time' },
    severity: 'low',
    act: 'inspect',
    ticketType: null,
  },
  leftStanding: {
    looksAt: 'closedHazard',
    name: { zh: '销号后未拆除', en: 'Left after its hazard closed' },
    why: {
      zh: '隐患已销号，临时设施仍在原处，也没有决定保留或转永久',
      en: 'The hazard is closed, the temporary facility still stands and nobody decided to keep it',
    },
    severity: 'low',
    act: 'remove',
    ticketType: 'D8',
  },
} as const satisfies Record<string, GapRule>

export type GapRuleId = keyof typeof gapRules
export const gapRuleIds = Object.keys(gapRules) as [GapRuleId, ...GapRuleId[]]
export const gapRule = (id: GapRuleId): GapRule => gapRules[id]

/** One missing sign is one gap: where the first of these stands, the second says nothing new. */
export const yieldsTo: Readonly<Partial<Record<GapRuleId, GapRuleId>>> = { signMissing: 'hazardUnwarned' }
