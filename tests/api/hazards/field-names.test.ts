import { expect, test } from 'vitest'
import { HazardPatch, NewHazard, TransitionRequest } from '../../../api/hazards/hazard.schema.ts'
import { FacilityPatch, NewFacility } from '../../../api/facilities/facility.schema.ts'
import { changesInWords, fieldName } from '../../../api/hazards/field-names.ts'

test('every field that a body may carry has a name an officer knows, in both languages', () => {
  const bodies = [NewHazard, HazardPatch, TransitionRequest, NewFacility, FacilityPatch]
  const fields = bodies
    .flatMap((body) => Object.keys(body.shape))
    .filter((field) => !['action', 'screeningSiteId'].includes(field))
  expect(fields.filter((field) => fieldName(field).zh === '其他内容')).toEqual([])
  for (const field of fields) expect(fieldName(field).zh).toMatch(/^[\u4e00-\u9fff]+$/)
})

test('a change is told by name, the place once however many fields it has', () => {
  const fields = ['fromStake', 'progressText', 'road', 'status']
  expect(changesInWords([{ actorName: '李某', fields }])).toEqual({
    zh: '李某改了位置、进展情况、状态',
    en: '李某 changed place, progress, status',
  })
})
