import type { PersonKind } from '../http/actor.ts'
import type { Text } from '../http/text.ts'
import { isPermitted, type Permission, type RightsColumn } from './permissions.ts'

/** One of every kind, with a department that has it. */
export const posts: readonly (Text & { department: string; kind: PersonKind; column: RightsColumn })[] = [
  { zh: '协勤', en: 'Auxiliary', department: 'L03', kind: 'auxiliary', column: 'auxiliary' },
  { zh: '中队文职', en: 'Civilian of a squad', department: 'L03', kind: 'civilian', column: 'civilian' },
  { zh: '中队民警', en: 'Squad officer', department: 'L03', kind: 'sworn', column: 'squadOfficer' },
  { zh: '事故中队民警', en: 'Accident squad officer', department: 'N04', kind: 'sworn', column: 'accident' },
  {
    zh: '事故中队文职',
    en: 'Accident squad civilian',
    department: 'N04',
    kind: 'civilian',
    column: 'accident',
  },
  { zh: '设施保障', en: 'Facility team', department: 'N05', kind: 'civilian', column: 'facility' },
  { zh: '内务', en: 'Office', department: 'N01', kind: 'civilian', column: 'office' },
  { zh: '督察', en: 'Inspection', department: 'N03', kind: 'sworn', column: 'inspection' },
  { zh: '大队领导', en: 'Brigade leader', department: 'D00', kind: 'sworn', column: 'leader' },
  { zh: '管理员', en: 'Administrator', department: 'ADMIN', kind: 'civilian', column: 'administrator' },
]

/** Post by post, in their order. */
export const mayAct = (permission: Permission) =>
  posts.map(({ department, kind }) => isPermitted({ department, personKind: kind }, permission))
