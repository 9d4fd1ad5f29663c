import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Text } from '../../../api/http/text.ts'

const root = new URL('../../../', import.meta.url).pathname

function* messageFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* messageFiles(path)
    else if (entry.name.endsWith('messages.ts')) yield path
  }
}

/** Stands for whatever a message is given: a word, a number, a list or a record of such. */
function anything(): unknown {
  const list = ['K1046']
  return new Proxy(() => undefined as unknown, {
    get(_, key) {
      if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? 3 : 'K1046')
      if (key === Symbol.iterator) return () => [anything()][Symbol.iterator]()
      if (key === 'toString') return () => 'K1046'
      if (key in list) {
        const own = Reflect.get(list, key) as unknown
        return typeof own === 'function' ? (own as (...given: unknown[]) => unknown).bind(list) : own
      }
      if (key in String.prototype) {
        const own = Reflect.get(String.prototype, key) as unknown
        return typeof own === 'function' ? (own as (...given: unknown[]) => unknown).bind('K1046') : own
      }
      return anything()
    },
    apply: () => anything() as object,
  })
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value

const samples: readonly ((count: number) => unknown[])[] = [
  (count) => Array.from({ length: count }, () => 3),
  (count) => Array.from({ length: count }, () => 'K1046'),
  (count) => Array.from({ length: count }, () => anything()),
  (count) => Array.from({ length: count }, () => ({ zh: '甲', en: 'A' })),
  (count) => Array.from({ length: count }, () => ['K1046']),
  (count) => ['K1046', ...Array.from({ length: count - 1 }, () => 3)],
  (count) => [3, ...Array.from({ length: count - 1 }, () => 'K1046')],
  (count) => [['K1046'], ...Array.from({ length: count - 1 }, () => 3)],
  (count) => ['K1046', ...Array.from({ length: count - 1 }, () => ['K1046'])],
]

const isWhole = ({ zh, en }: Text) => !/undefined|NaN|\[object|function|null/.test(`${zh}${en}`)

function textOf(message: (...given: unknown[]) => unknown): Text | undefined {
  for (const sample of samples) {
    try {
      const text = message(...sample(Math.max(message.length, 1)))
      if (isText(text) && isWhole(text)) return text
    } catch {
      // It is given something else next.
    }
  }
  return undefined
}

export interface Message {
  readonly name: string
  readonly text: Text | undefined
}

/** Every sentence that the service can answer with, said about something. */
export async function everyMessage(): Promise<Message[]> {
  const found: Message[] = []
  for (const path of messageFiles('api')) {
    const module = (await import(join(root, path))) as Record<string, unknown>
    for (const [group, messages] of Object.entries(module)) {
      if (typeof messages !== 'object' || messages === null) continue
      for (const [id, message] of Object.entries(messages)) {
        const name = `${path} ${group}.${id}`
        if (isText(message)) found.push({ name, text: message })
        else if (typeof message === 'function')
          found.push({ name, text: textOf(message as (...given: unknown[]) => unknown) })
      }
    }
  }
  return found
}
