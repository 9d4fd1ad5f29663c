import { join } from 'node:path'
import { startService, type RunningService } from '../harness/running-service.ts'
import { emptyPassword, fillWithAccounts } from './empty-service.ts'
import { multiplyRecords } from './tenfold-records.ts'

/** What the pictures are taken of: the demonstration, a service before its first record, and ten years' growth. */
export const dataStates = ['demo', 'empty', 'tenfold'] as const
export type DataState = (typeof dataStates)[number]

export const passwordOf = (state: DataState) => (state === 'empty' ? emptyPassword : 'otog-demo')

export async function startInState(state: DataState, folder: string): Promise<RunningService> {
  const environment = {
    DATABASE_URL: '',
    DATA_FOLDER: join(folder, 'data'),
    LOG_LEVEL: 'error',
    DEMO_DATA: state === 'empty' ? 'no' : 'yes',
  }
  if (state === 'empty') return fillWithAccounts(environment)
  const service = await startService(environment)
  if (state === 'tenfold') await multiplyRecords(service.url)
  return service
}
