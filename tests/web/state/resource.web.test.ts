import { describe, expect, test } from 'vitest'
import { Resource } from '../../../web/src/state/resource.svelte.ts'

/** An answer that comes when the test says so. */
function later<Value>() {
  let answer!: (value: Value) => void
  const promise = new Promise<Value>((resolve) => (answer = resolve))
  return { answer, fetch: () => promise }
}

describe('something fetched', () => {
  test('shows the answer to the latest question, whichever comes last', async () => {
    const resource = new Resource<string>()
    const [first, second] = [later<string>(), later<string>()]
    const loads = [resource.load(first.fetch), resource.load(second.fetch)]
    second.answer('G110')
    first.answer('G109')
    await Promise.all(loads)
    expect(resource.value).toBe('G110')
    expect(resource.isLoading).toBe(false)
  })

  test('keeps the last good value in sight when the next question fails', async () => {
    const resource = new Resource<string>()
    await resource.load(() => Promise.resolve('G109'))
    await resource.load(() => Promise.reject(new Error('no signal')))
    expect(resource.value).toBe('G109')
    expect(resource.error).toBeInstanceOf(Error)
  })

  test('is asked for once more by whoever wants to try again', async () => {
    const resource = new Resource<string>()
    let times = 0
    await resource.load(() =>
      ++times === 1 ? Promise.reject(new Error('no signal')) : Promise.resolve('G109'),
    )
    await resource.again()
    expect(resource.value).toBe('G109')
    expect(resource.error).toBeUndefined()
    resource.clear()
    await resource.again()
    expect(times).toBe(2)
  })

  test('asked by one person is not shown to the next', async () => {
    const resource = new Resource<string>()
    const slow = later<string>()
    const load = resource.load(slow.fetch)
    resource.clear()
    slow.answer('of the person before')
    await load
    expect(resource.value).toBeUndefined()
  })
})
