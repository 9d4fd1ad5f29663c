import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { wordsIn } from '../../../web/src/text/words.ts'

type Tree = { readonly [key: string]: unknown }

function leaves(tree: Tree, path = ''): [string, unknown][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? leaves(value as Tree, `${path}${key}.`)
      : [[`${path}${key}`, value]],
  )
}

const zh = new Map(leaves(wordsIn('zh')))
const en = new Map(leaves(wordsIn('en')))
const web = fileURLToPath(new URL('../../../web/src', import.meta.url))
const components = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.svelte'),
)

describe('the words of the pages', () => {
  test('are there in both languages', () => {
    expect([...en.keys()]).toEqual([...zh.keys()])
    expect(zh.size).toBeGreaterThan(200)
  })

  test('take the same arguments in both languages', () => {
    const shape = (value: unknown) => (typeof value === 'function' ? `takes ${value.length}` : typeof value)
    const different = [...zh]
      .filter(([key, value]) => shape(value) !== shape(en.get(key)))
      .map(([key]) => key)
    expect(different).toEqual([])
  })

  test('are never empty', () => {
    const empty = [...zh, ...en].filter(([, value]) => value === '').map(([key]) => key)
    expect(empty).toEqual([])
  })

  test('stand in text/ only: no component has a Chinese sentence of its own', () => {
    const offenders = components.filter((path) =>
      /\p{Script=Han}/u.test(readFileSync(`${web}/${path}`, 'utf8')),
    )
    expect(components.length).toBeGreaterThan(20)
    expect(offenders).toEqual([])
  })

  test('say hazard and accident in the words of the brigade', () => {
    const forbidden = [...zh].filter(
      ([, value]) => typeof value === 'string' && /工单|票据|碰撞点/.test(value),
    )
    expect(forbidden).toEqual([])
  })
})
