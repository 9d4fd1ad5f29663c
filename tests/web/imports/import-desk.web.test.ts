import { describe, expect, test, vi } from 'vitest'
import { ImportDesk } from '../../../web/src/imports/import-desk.svelte.ts'
import type { AppState } from '../../../web/src/state/app-state.svelte.ts'
import { wordsIn } from '../../../web/src/text/words.ts'

function deskOf(permissions: readonly string[]) {
  const uploadImport = vi.fn<(order: { kind: string }) => Promise<{ id: string }>>(async () => ({ id: 'b1' }))
  const app = {
    calls: { uploadImport, imports: vi.fn(async () => ({ items: [] })) },
    session: { may: (permission: string) => permissions.includes(permission) },
    words: wordsIn('zh'),
    change: vi.fn(),
  }
  return { app, uploadImport, desk: new ImportDesk(app as unknown as AppState) }
}
const file = (name: string) => new File(['a,b'], name)
const accidentSquad = ['accident:write', 'import:ledgers']

describe('a file laid on the table', () => {
  test('goes to the service as what its name says, and the address then names the batch', async () => {
    const { desk, uploadImport, app } = deskOf(accidentSquad)
    await desk.take([file('隐患排查台账.csv')])
    expect(uploadImport.mock.calls[0]?.[0]).toMatchObject({ kind: 'hazards' })
    expect(app.change).toHaveBeenCalledWith({ panel: 'imports', importId: 'b1' })
  })

  test('goes as what was chosen where the name says something else', async () => {
    const { desk, uploadImport } = deskOf(accidentSquad)
    desk.kind = 'accidents'
    await desk.take([file('隐患路段事故.csv')])
    expect(uploadImport.mock.calls[0]?.[0]).toMatchObject({ kind: 'accidents' })
  })

  test('by somebody who imports ledgers only is not taken for accidents', async () => {
    const { desk, uploadImport } = deskOf(['import:ledgers'])
    await desk.take([file('2018年.csv')])
    expect(uploadImport.mock.calls[0]?.[0]).toMatchObject({ kind: 'hazards' })
    desk.kind = 'accidents'
    await desk.take([file('2018年.csv')])
    expect(desk.refusal).toEqual({ why: 'mayNot', name: '事故' })
    expect(uploadImport).toHaveBeenCalledOnce()
  })

  test('is refused together with a second one: nobody could tell which is meant', async () => {
    const { desk, uploadImport } = deskOf(accidentSquad)
    await desk.take([file('甲.csv'), file('乙.csv')])
    expect(desk.refusal?.why).toBe('oneFile')
    expect(uploadImport).not.toHaveBeenCalled()
  })

  test('is read again as another kind without being looked for, as long as the page has it', async () => {
    const { desk, uploadImport } = deskOf(accidentSquad)
    await desk.take([file('2018年.csv')])
    const again = desk.rereadOf({ id: 'b1' } as never)
    again?.('facilities')
    await vi.waitFor(() => expect(uploadImport).toHaveBeenCalledTimes(2))
    expect(uploadImport.mock.calls[1]?.[0]).toMatchObject({ kind: 'facilities' })
    expect(desk.rereadOf({ id: 'other' } as never)).toBeUndefined()
  })
})
