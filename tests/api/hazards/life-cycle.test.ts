import { describe, expect, test } from 'vitest'
import { hazardActionIds } from '../../../api/hazards/hazard-actions.ts'
import { endedStatuses, hazardStatusCodes } from '../../../api/hazards/hazard-status.ts'
import { lifeCycle, transitionEntries } from '../../../api/hazards/life-cycle.ts'
import { allowedActions, isJointAcceptance, missingFields } from '../../../api/hazards/transition-rules.ts'

const person = (department: string, personKind: 'sworn' | 'civilian' | 'auxiliary' = 'sworn') => ({
  id: department,
  department,
  personKind,
})
const leader = person('D00')
const accident = person('N04')

describe('the table of transitions', () => {
  test('has every act once, from states that exist', () => {
    expect(Object.keys(lifeCycle).sort()).toEqual([...hazardActionIds].sort())
    for (const [, { from, to }] of transitionEntries)
      for (const status of [...from, ...(to === undefined ? [] : [to])])
        expect(hazardStatusCodes).toContain(status)
  })

  test('leads from a registered hazard to every state', () => {
    const reached = new Set<number>([10])
    for (let step = 0; step < transitionEntries.length; step++)
      for (const [, { from, to }] of transitionEntries)
        if (to !== undefined && from.some((status) => reached.has(status))) reached.add(to)
    expect([...reached].sort()).toEqual([...hazardStatusCodes].sort())
  })

  test('closes only through acceptance', () => {
    expect(transitionEntries.filter(([, { to }]) => to === 70).map(([action]) => action)).toEqual(['close'])
    expect(lifeCycle.close.from).toEqual([60])
    expect(transitionEntries.filter(([, { to }]) => to === 60).map(([action]) => action)).toEqual(['accept'])
  })

  test('lets no merged or refused hazard go on', () => {
    for (const status of endedStatuses.filter((ended) => ended !== 70))
      expect(allowedActions(status, leader, {})).toEqual([])
  })

  test('gives auxiliaries neither a review nor a signature', () => {
    const auxiliary = person('L03', 'auxiliary')
    const acts = hazardStatusCodes.flatMap((status) => allowedActions(status, auxiliary, {}))
    expect([...new Set(acts)].sort()).toEqual(['controlTemporarily', 'progress', 'resubmit'])
  })

  test('gives the administrator nothing at all', () => {
    for (const status of hazardStatusCodes)
      expect(allowedActions(status, person('ADMIN', 'civilian'), {})).toEqual([])
  })
})

describe('four eyes', () => {
  test('who registered does not approve, who recorded the request does not close', () => {
    expect(allowedActions(10, accident, { register: 'N04' })).not.toContain('approve')
    expect(allowedActions(10, accident, { register: 'L03' })).toContain('approve')
    expect(allowedActions(60, leader, { requestAcceptance: 'D00' })).not.toContain('close')
    expect(allowedActions(60, leader, { requestAcceptance: 'N01' })).toContain('close')
  })

  test('acceptance takes two people of two units', () => {
    const [one, two] = [
      { name: '李某', unit: '事故中队' },
      { name: '王某', unit: '旗交通运输局' },
    ]
    expect(isJointAcceptance([one, two])).toBe(true)
    expect(isJointAcceptance([one, one])).toBe(false)
    expect(isJointAcceptance([one, { ...two, unit: one.unit }])).toBe(false)
    expect(isJointAcceptance([])).toBe(false)
  })

  test('a unit that is written in two ways is still one unit', () => {
    const both = (one: string, other: string) =>
      isJointAcceptance(
        [
          { name: '李某', unit: one },
          { name: '王某', unit: other },
        ],
        [
          ['鄂托克旗交通运输局', '旗交通运输局'],
          ['事故中队', '事故处理中队'],
        ],
      )
    expect(both('鄂托克旗交通运输局', '旗 交通运输局')).toBe(false)
    expect(both('旗交通运输局', '交通运输局')).toBe(false)
    expect(both('事故处理中队', '事故中队')).toBe(false)
    expect(both('鄂托克旗水利局', '旗水利局')).toBe(false)
    expect(both('旗水利局', '旗交通运输局')).toBe(true)
  })
})

describe('required fields', () => {
  test('may be known already, and an empty one is not given', () => {
    expect(missingFields('handOver', { receivingBody: '市交管支队', documentNumber: '' }, {})).toEqual([
      'documentNumber',
    ])
    expect(missingFields('resumeRemedy', {}, { responsibleUnit: 'U01', dueDate: '2027-01-01' })).toEqual([])
  })

  test('grow when the hazard is major, also when the act makes it so', () => {
    const known = { types: ['C1'], analysis: 'a', responsibleUnit: 'U01', advice: 'b', dueDate: '2027-01-01' }
    expect(missingFields('approve', { level: 1 }, known)).toEqual([])
    expect(missingFields('approve', { level: 3 }, { ...known, level: 1 })).toEqual([
      'emergencyAdvice',
      'temporaryControlPlan',
    ])
  })
})
