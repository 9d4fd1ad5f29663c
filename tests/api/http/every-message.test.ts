import { beforeAll, describe, expect, test } from 'vitest'
import { everyMessage, type Message } from './every-message.ts'

const han = /\p{Script=Han}/u
/** Units, codes and column names that a Chinese table has, quoted in English too. */
const quoted = /万元|甲|盏|条计|米|[（(][^）)]*[）)]|路线,.*来源/gu
const wideSigns = /[：，。；（）？！、【】《》]/
/** Names of things, not sentences. */
const isName = ({ name }: Message) => /coordinateSystemNames|searchMessages/.test(name)

let messages: Message[]
beforeAll(async () => {
  messages = (await everyMessage()).filter((message) => !isName(message))
})
const namesOf = (wrong: readonly Message[]) =>
  wrong.map(({ name, text }) => `${name}: ${text?.zh} / ${text?.en}`)
const said = () => messages.flatMap(({ name, text }) => (text ? [{ name, text }] : []))

describe('what the service says when something is wrong', () => {
  test('nearly all of it can be read here: what takes a record of its own is told by the tests of its feature', () => {
    expect(messages.length).toBeGreaterThan(400)
    expect(said().length / messages.length).toBeGreaterThan(0.9)
  })

  test('is Chinese in the one language and not in the other', () => {
    expect(namesOf(said().filter(({ text }) => !han.test(text.zh)))).toEqual([])
    expect(namesOf(said().filter(({ text }) => han.test(text.en.replace(quoted, ''))))).toEqual([])
  })

  test('has narrow signs in English', () => {
    const isWide = (text: string) => wideSigns.test(text.replace(quoted, ''))
    expect(namesOf(said().filter(({ text }) => isWide(text.en)))).toEqual([])
    expect(said().filter(({ text }) => isWide(text.zh)).length).toBeGreaterThan(400)
  })

  test('never holds a gap or a word of the program', () => {
    const broken = said().filter(({ text }) => /undefined|null|NaN|\[object|\$\{/.test(text.zh + text.en))
    expect(namesOf(broken)).toEqual([])
  })
})
