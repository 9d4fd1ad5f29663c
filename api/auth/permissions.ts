import type { Actor, PersonKind } from '../http/actor.ts'

/**
 * Columns of the rights table. Squad members (L01–L08) are told apart by the kind of person;
 * everybody else by the department.
 */
export type RightsColumn =
  | 'auxiliary'
  | 'civilian'
  | 'squadOfficer'
  | 'accident'
  | 'facility'
  | 'office'
  | 'inspection'
  | 'leader'
  | 'administrator'
  | 'other'

const everyoneButAdministrator: readonly RightsColumn[] = [
  'auxiliary',
  'civilian',
  'squadOfficer',
  'accident',
  'facility',
  'office',
  'inspection',
  'leader',
  'other',
]

interface Right {
  readonly columns: readonly RightsColumn[]
  /** Whatever the department: signing is enforcement and for sworn officers; who drafts is no auxiliary. */
  readonly only?: PersonKind
  readonly zh: string
  readonly en: string
}

export const rights = {
  'business:read': { columns: everyoneButAdministrator, zh: '查阅业务数据', en: 'Read business data' },
  'hazard:register': {
    columns: ['auxiliary', 'civilian', 'squadOfficer', 'accident', 'facility', 'leader'],
    zh: '登记隐患、照片、巡检',
    en: 'Register hazards, photos, inspections',
  },
  'hazard:draftReview': {
    columns: ['civilian', 'accident'],
    only: 'civilian',
    zh: '研判拟办',
    en: 'Draft reviews for an officer to decide',
  },
  'hazard:requestCorrection': {
    columns: ['auxiliary', 'civilian', 'squadOfficer', 'accident', 'facility', 'office', 'leader'],
    zh: '申请更正（登记内容、文书）',
    en: 'Ask for corrections (of what was registered, of papers)',
  },
  'hazard:review': { columns: ['accident', 'leader'], only: 'sworn', zh: '研判审核', en: 'Review hazards' },
  'hazard:sign': {
    columns: ['leader'],
    only: 'sworn',
    zh: '签发、提请挂牌、延期、销号',
    en: 'Sign, propose listing, extend, close',
  },
  'document:register': {
    columns: ['civilian', 'accident', 'office', 'leader'],
    zh: '文号、送达、签收登记',
    en: 'Record document numbers, deliveries, receipts',
  },
  'facility:write': {
    columns: ['civilian', 'squadOfficer', 'accident', 'facility', 'leader'],
    zh: '设施台账',
    en: 'Keep the facility inventory',
  },
  'facility:inspect': {
    columns: ['auxiliary', 'civilian', 'squadOfficer', 'accident', 'facility', 'leader'],
    zh: '设施巡检',
    en: 'Inspect facilities',
  },
  'accident:write': { columns: ['accident'], zh: '事故录入、校正', en: 'Enter and correct accidents' },
  'accident:readBrief': {
    columns: ['accident', 'inspection', 'leader'],
    zh: '查看简要案情',
    en: 'Read accident briefs',
  },
  'import:ledgers': {
    columns: ['accident', 'facility', 'office'],
    zh: '导入隐患、设施台账',
    en: 'Import ledgers of hazards and facilities',
  },
  'road:write': {
    columns: ['accident', 'facility', 'leader'],
    zh: '路网维护（路名、线形、桩号标定、断链）',
    en: 'Keep the road network (names, lines, stake anchors, chain breaks)',
  },
  'screening:run': { columns: ['accident', 'leader'], zh: '多发点段筛查', en: 'Screen for hotspots' },
  'supervision:draft': {
    columns: ['office', 'leader'],
    zh: '拟制挂牌督办清单',
    en: 'Draft supervision lists',
  },
  'supervision:issue': {
    columns: ['leader'],
    only: 'sworn',
    zh: '签发挂牌督办清单',
    en: 'Issue supervision lists',
  },
  'audit:read': {
    columns: ['inspection', 'leader', 'administrator'],
    zh: '查阅审计日志',
    en: 'Read the audit log',
  },
  'hazard:revisit': {
    columns: ['accident', 'inspection'],
    zh: '回头看',
    en: 'Check closed hazards again',
  },
  'hazard:withdraw': { columns: ['leader'], only: 'sworn', zh: '作废隐患', en: 'Withdraw hazards' },
  'hazard:correct': { columns: ['leader'], only: 'sworn', zh: '批准更正', en: 'Approve corrections' },
  'office:write': {
    columns: ['office', 'leader'],
    zh: '维护文书设置',
    en: 'Keep what documents bear',
  },
  'calendar:write': { columns: ['office', 'leader'], zh: '维护节假日', en: 'Keep the holidays' },
  'audit:export': {
    columns: ['inspection', 'leader'],
    zh: '导出、核验审计日志',
    en: 'Export and verify the audit log',
  },
  'inspection:read': { columns: ['inspection', 'leader'], zh: '督察视图', en: "Inspector-general's view" },
  'statistics:write': {
    columns: ['accident', 'office', 'leader'],
    zh: '维护统计基数、年度素材',
    en: 'Keep the bases of the statistics and the material of the year',
  },
  'account:manage': { columns: ['administrator'], zh: '账号管理', en: 'Manage accounts' },
} as const satisfies Record<string, Right>

export type Permission = keyof typeof rights

const departmentColumns: Readonly<Record<string, RightsColumn>> = {
  D00: 'leader',
  N01: 'office',
  N03: 'inspection',
  N04: 'accident',
  N05: 'facility',
  ADMIN: 'administrator',
}

export function rightsColumn(actor: Pick<Actor, 'department' | 'personKind'>): RightsColumn {
  if (!actor.department.startsWith('L')) return departmentColumns[actor.department] ?? 'other'
  return actor.personKind === 'sworn' ? 'squadOfficer' : actor.personKind
}

/** The kind of person alone that a right is for; null where it goes by the post only. */
export const onlyFor = (permission: Permission): PersonKind | null =>
  (rights[permission] as Right).only ?? null

/** Who asks: a post, and the scopes of the token where a program acts for it. */
export type Holder = Pick<Actor, 'department' | 'personKind' | 'scopes'>

export function isPermitted(actor: Holder, permission: Permission): boolean {
  const right: Right = rights[permission]
  if (actor.scopes && !actor.scopes.includes(permission)) return false
  if (right.only && actor.personKind !== right.only) return false
  return right.columns.includes(rightsColumn(actor))
}

export function permissionsOf(actor: Holder): Permission[] {
  return (Object.keys(rights) as Permission[]).filter((permission) => isPermitted(actor, permission))
}
