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

const wideSigns = /[：，。；（）？！、【】《》]/
/** What somebody is to type into a Chinese document is quoted as it stands there. */
const quotesChinese = ['office.hints.reportTo', 'office.hints.copyTo', 'office.hints.reportClosing']

/** A function is told by what it makes of the plainest arguments, or else by what is written in it. */
function spoken(value: unknown): string {
  if (typeof value !== 'function') return String(value)
  const made: unknown[] = ['K1', 3, ['K1', 'K2'], [3, 4]].flatMap((one) => {
    try {
      return [(value as (...given: unknown[]) => unknown)(...Array.from({ length: 4 }, () => one))]
    } catch {
      return []
    }
  })
  return [String(value), ...made.map(String)].join(' ')
}

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

  test('are asked for by name somewhere, or are named after a code of the service', () => {
    const api = fileURLToPath(new URL('../../../api', import.meta.url))
    const asking = [web, api].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('-words.ts'))
        .map((path) => readFileSync(`${folder}/${path}`, 'utf8')),
    )
    const names = new Set(
      asking.flatMap((text) => [...(text.match(/\w+/g) ?? []), ...(text.match(/[\w-]+/g) ?? [])]),
    )
    const unasked = [...zh.keys()].filter((path) => path.split('.').some((name) => !names.has(name)))
    expect(unasked).toEqual([])
  })

  test('stand in text/ only: no component has a Chinese sentence of its own', () => {
    const offenders = components.filter((path) =>
      /\p{Script=Han}/u.test(readFileSync(`${web}/${path}`, 'utf8')),
    )
    expect(components.length).toBeGreaterThan(20)
    expect(offenders).toEqual([])
  })

  test('have narrow signs in English: a full-width comma is a slip of the keyboard there', () => {
    const isWide = ([key, value]: [string, unknown]) =>
      !quotesChinese.includes(key) && wideSigns.test(spoken(value))
    expect([...en].filter(isWide)).toEqual([])
    expect([...zh].filter(isWide).length).toBeGreaterThan(200)
  })

  test('are put together by the signs of their language: no component has such a sign of its own', () => {
    const offenders = components.filter((path) => wideSigns.test(readFileSync(`${web}/${path}`, 'utf8')))
    expect(offenders).toEqual([])
  })

  test('say hazard and accident in the words of the brigade', () => {
    const forbidden = [...zh].filter(
      ([, value]) => typeof value === 'string' && /工单|票据|碰撞点/.test(value),
    )
    expect(forbidden).toEqual([])
  })
})
