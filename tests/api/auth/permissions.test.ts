import { describe, expect, test } from 'vitest'
import { isPermitted, rights, rightsColumn, type Permission } from '../../../api/auth/permissions.ts'
import type { PersonKind } from '../../../api/http/actor.ts'

const person = (department: string, personKind: PersonKind) => ({ department, personKind })

describe('who may do what', () => {
  test('a squad member is told by the kind of person, everyone else by the department', () => {
    expect(rightsColumn(person('L03', 'auxiliary'))).toBe('auxiliary')
    expect(rightsColumn(person('L03', 'sworn'))).toBe('squadOfficer')
    expect(rightsColumn(person('N04', 'civilian'))).toBe('accident')
    expect(rightsColumn(person('N06', 'civilian'))).toBe('other')
  })

  test('an auxiliary registers hazards but neither reviews nor signs', () => {
    const auxiliary = person('L03', 'auxiliary')
    expect(isPermitted(auxiliary, 'hazard:register')).toBe(true)
    expect(isPermitted(auxiliary, 'hazard:review')).toBe(false)
    expect(isPermitted(auxiliary, 'accident:readBrief')).toBe(false)
  })

  test('a civilian of the accident squad prepares, but only a sworn officer reviews', () => {
    expect(isPermitted(person('N04', 'civilian'), 'hazard:review')).toBe(false)
    expect(isPermitted(person('N04', 'civilian'), 'hazard:draftReview')).toBe(true)
    expect(isPermitted(person('N04', 'sworn'), 'hazard:draftReview')).toBe(false)
    expect(isPermitted(person('N04', 'sworn'), 'hazard:review')).toBe(true)
  })

  test('the administrator has no rights over business data', () => {
    const admin = person('ADMIN', 'civilian')
    const permitted = (Object.keys(rights) as Permission[]).filter((permission) =>
      isPermitted(admin, permission),
    )
    expect(permitted).toEqual(['audit:read', 'account:manage'])
  })

  const posts = [
    ...[
      person('L03', 'auxiliary'),
      person('L03', 'civilian'),
      person('L03', 'sworn'),
      person('N04', 'sworn'),
    ],
    ...[person('N05', 'civilian'), person('N01', 'civilian'), person('N03', 'sworn'), person('D00', 'sworn')],
    person('ADMIN', 'civilian'),
  ]

  // 协勤 文职 中队民警 事故中队 设施保障 内务 督察 大队领导 管理员
  test.each<[Permission, string]>([
    ['hazard:register', '✓✓✓✓✓––✓–'],
    ['hazard:draftReview', '–✓–––––––'],
    ['hazard:review', '–––✓–––✓–'],
    ['facility:write', '–✓✓✓✓––✓–'],
    ['facility:inspect', '✓✓✓✓✓––✓–'],
    ['document:register', '–✓–✓–✓–✓–'],
    ['hazard:sign', '–––––––✓–'],
    ['accident:write', '–––✓–––––'],
    ['accident:readBrief', '–––✓––✓✓–'],
    ['audit:read', '––––––✓✓✓'],
  ])('the table of rights gives %s to %s', (permission, row) => {
    expect(posts.map((post) => (isPermitted(post, permission) ? '✓' : '–')).join('')).toBe(row)
  })

  test('a list is drafted by the office and issued by the leader alone', () => {
    expect(isPermitted(person('N01', 'civilian'), 'supervision:draft')).toBe(true)
    expect(isPermitted(person('N01', 'civilian'), 'supervision:issue')).toBe(false)
    expect(isPermitted(person('D00', 'sworn'), 'supervision:issue')).toBe(true)
  })
})
