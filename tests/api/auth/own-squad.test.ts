import { describe, expect, test } from 'vitest'
import { exportScope, mayTouchSquad, scopedSquads } from '../../../api/auth/own-squad.ts'
import type { PersonKind } from '../../../api/http/actor.ts'

const post = (department: string, personKind: PersonKind = 'sworn') => ({ department, personKind })

describe('a squad changes only its own', () => {
  test('a hazard of another squad is refused, its own and an unplaced one are not', () => {
    expect(mayTouchSquad(post('L03'), 'L05')).toBe(false)
    expect(mayTouchSquad(post('L03'), 'L03')).toBe(true)
    expect(mayTouchSquad(post('L03'), null)).toBe(true)
  })

  test('departments and the leadership answer for every squad', () => {
    for (const department of ['D00', 'N04', 'N05']) expect(mayTouchSquad(post(department), 'L05')).toBe(true)
  })
})

describe('what may leave as a file', () => {
  test.each(['sworn', 'civilian', 'auxiliary'] as const)(
    'a squad member (%s) takes his own squad',
    (kind) => {
      expect(exportScope(post('L03', kind), 'hazards')).toEqual({ squad: 'L03' })
    },
  )

  test('the facility department takes facilities, the administrator nothing, the others all', () => {
    expect(exportScope(post('N05'), 'facilities')).toEqual({ all: true })
    expect(exportScope(post('N05'), 'accidents')).toEqual({ none: true })
    expect(exportScope(post('ADMIN'), 'facilities')).toEqual({ none: true })
    expect(exportScope(post('N03'), 'accidents')).toEqual({ all: true })
  })

  test('a filter is narrowed to the own squad, and refused where it names only others', () => {
    expect(scopedSquads({ squad: 'L03' }, undefined)).toEqual({ squads: ['L03'] })
    expect(scopedSquads({ squad: 'L03' }, ['L03', 'L05'])).toEqual({ squads: ['L03'] })
    expect(scopedSquads({ squad: 'L03' }, ['L05'])).toEqual({ refused: true })
    expect(scopedSquads({ all: true }, ['L05'])).toEqual({ squads: ['L05'] })
  })
})
