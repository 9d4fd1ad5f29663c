import { expect, test } from 'vitest'
import type { Calls } from '../../../web/src/api/calls.ts'
import { MapData, type Question } from '../../../web/src/state/map-data.svelte.ts'
import { parseUrlState } from '../../../web/src/state/url-state.ts'

const period: Question['period'] = { kind: 'demoYear', from: '2025-01-01', to: '2025-12-03' }
const asking = (search: string): Question => ({ url: parseUrlState(search), period, mayScreen: false })
const settled = () => new Promise((resolve) => setTimeout(resolve))

test('no figure of another calibre or road stands under the words of the new question, not even without a signal', async () => {
  let answer = () => Promise.resolve({ current: { accidents: 194 } })
  // Everything else stays unanswered.
  const calls = new Proxy(
    {},
    { get: (_, name) => () => (name === 'indices' ? answer() : new Promise(() => {})) },
  )
  const data = new MapData(calls as Calls)
  data.ask(asking(''))
  await settled()
  expect(data.indices.value?.current.accidents).toBe(194)
  answer = () => Promise.reject(new Error('no signal'))
  // The same question again, after a change of ours, keeps what is known.
  data.forget(data.indices)
  data.ask(asking(''))
  expect(data.indices.value?.current.accidents).toBe(194)
  data.ask(asking('?calibre=reported'))
  expect(data.indices.value).toBeUndefined()
  await settled()
  expect(data.indices.value).toBeUndefined()
  expect(data.indices.error).toBeInstanceOf(Error)
})
