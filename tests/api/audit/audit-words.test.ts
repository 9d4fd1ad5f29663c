import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { actionWords } from '../../../api/audit/audit-words.ts'
import { fieldName } from '../../../api/hazards/field-names.ts'
import { hazardActionIds } from '../../../api/hazards/hazard-actions.ts'
import { transitionFields } from '../../../api/hazards/life/transition-fields.ts'
import { correctableColumns } from '../../../api/hazards/records/correctable.ts'
import { furtherActIds } from '../../../api/hazards/records/further-acts.ts'

const api = fileURLToPath(new URL('../../../api', import.meta.url))
const sources = readdirSync(api, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.commands.ts'))
  .map((path) => readFileSync(`${api}/${path}`, 'utf8'))

/** Acts as commands write them down: `action: 'holiday.set'`, and those of the record `action: 'split'`. */
const written = sources
  .flatMap((source) => [...source.matchAll(/\baction: '(\w+\.\w+)'/g)])
  .map((match) => match[1]!)
const ofTheRecord = sources
  .filter((source) => source.includes('recordHappened'))
  .flatMap((source) => [...source.matchAll(/\baction(?:: | = \w+ \? )'(\w+)'(?: : '(\w+)')?/g)])
  .flatMap((match) => [match[1]!, match[2]!].filter(Boolean))

const isVague = (action: string) => {
  const { zh, en } = actionWords(action)
  return zh.startsWith('办理') || zh.includes('其他') || en.startsWith('Handled')
}

describe('the words of the trail', () => {
  test('say every act of the life cycle for itself', () => {
    expect(hazardActionIds.filter((id) => isVague(`hazard.${id}`))).toEqual([])
    const told = hazardActionIds.map((id) => actionWords(`hazard.${id}`).zh)
    expect(new Set(told).size).toBe(hazardActionIds.length)
  })

  test('say everything else that a command writes down', () => {
    expect(written.length).toBeGreaterThan(40)
    expect(written.filter(isVague)).toEqual([])
    expect(ofTheRecord).toEqual(
      expect.arrayContaining([...furtherActIds, 'correct', 'refuseCorrection', 'dismissReopening']),
    )
    expect(ofTheRecord.filter((action) => isVague(`hazard.${action}`))).toEqual([])
  })

  test('name every field of an act and of a correction', () => {
    const fields = [...transitionFields, ...Object.keys(correctableColumns)]
    expect(fields.filter((field) => fieldName(field).zh === fieldName('').zh)).toEqual([])
  })
})
