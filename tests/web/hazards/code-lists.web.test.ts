import { describe, expect, test, vi } from 'vitest'
import type { Squad, Unit } from '../../../web/src/api/api-types.ts'
import type { Office } from '../../../web/src/api/letter-calls.ts'
import { CodeLists } from '../../../web/src/hazards/code-lists.svelte.ts'

const numbered = (letter: string) =>
  ({ proposedNumbers: { letter, report: '鄂公交发〔2026〕3号' } }) as unknown as Office

const callsOver = (offices: readonly Office[]) => {
  const answers = [...offices]
  return {
    units: vi.fn(async () => [{ code: 'U1', name: '旗交通运输局' }] as unknown as Unit[]),
    squads: vi.fn(async () => [{ code: 'L03', name: '棋盘井中队' }] as unknown as Squad[]),
    office: vi.fn(async () => answers.shift()!),
  }
}

describe('the lists behind the form of an act', () => {
  test('propose no number before one was asked for, and ask anew each time: a colleague may have taken it', async () => {
    const calls = callsOver([numbered('鄂公交隐函〔2026〕7号'), numbered('鄂公交隐函〔2026〕8号')])
    const codes = new CodeLists(calls)
    expect(codes.nextNumbers).toBeUndefined()
    codes.askNumbers()
    await vi.waitFor(() => expect(codes.nextNumbers?.letter).toBe('鄂公交隐函〔2026〕7号'))
    codes.askNumbers()
    await vi.waitFor(() => expect(codes.nextNumbers?.letter).toBe('鄂公交隐函〔2026〕8号'))
    expect(codes.nextNumbers?.report).toBe('鄂公交发〔2026〕3号')
  })

  test('keep the last proposal in sight where the next question fails', async () => {
    const calls = callsOver([numbered('鄂公交隐函〔2026〕7号')])
    const codes = new CodeLists(calls)
    codes.askNumbers()
    await vi.waitFor(() => expect(codes.nextNumbers).toBeDefined())
    calls.office.mockRejectedValueOnce(new Error('no answer'))
    codes.askNumbers()
    await vi.waitFor(() => expect(calls.office).toHaveBeenCalledTimes(2))
    expect(codes.nextNumbers?.letter).toBe('鄂公交隐函〔2026〕7号')
  })

  test('are fetched once, however many forms ask, and know every body by its name', async () => {
    const calls = callsOver([])
    const codes = new CodeLists(calls)
    codes.ask()
    codes.ask()
    await vi.waitFor(() => expect(codes.bodies).toEqual(['旗交通运输局', '棋盘井中队']))
    expect([calls.units, calls.squads].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
    expect(codes.names.get('L03')).toBe('棋盘井中队')
  })
})
