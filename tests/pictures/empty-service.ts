import { openDatabase } from '../../api/db/open-database.ts'
import { makeFirstAdministrator } from '../../api/demo/first-administrator.commands.ts'
import { demoUsers } from '../../api/demo/demo-users.ts'
import { signedIn, startService, type RunningService } from '../harness/running-service.ts'

export const emptyPassword = 'Steppe-4-Lanterns'
const firstEight = 8

type Environment = Readonly<Record<string, string>> & { readonly DATA_FOLDER: string }

/** As the command that removes the demonstration makes one: with a password for the first sign-in alone. */
async function firstAdministrator(environment: Environment) {
  const service = await startService(environment)
  await service.stop()
  const database = await openDatabase({ dataFolder: environment.DATA_FOLDER })
  try {
    return (await makeFirstAdministrator(database.db, new Date()))!
  } finally {
    await database.close()
  }
}

async function choosePassword(url: string, username: string, current: string): Promise<void> {
  const request = await signedIn(url, username, current)
  const body = JSON.stringify({ current, next: emptyPassword })
  const answer = await request('/api/session/password', { method: 'POST', body })
  if (!answer.ok) throw new Error(`${username}: ${await answer.text()}`)
}

/** Nothing but the roads, and the accounts of the posts that the pictures are taken for. */
export async function fillWithAccounts(environment: Environment): Promise<RunningService> {
  const { username: administrator, password } = await firstAdministrator(environment)
  const service = await startService(environment)
  await choosePassword(service.url, administrator, password)
  const request = await signedIn(service.url, administrator, emptyPassword)
  for (const { username, displayName, personKind, department } of demoUsers.slice(0, firstEight)) {
    if (username === administrator) continue
    const body = JSON.stringify({ username, displayName, personKind, department })
    const answer = await request('/api/users', { method: 'POST', body })
    const made = (await answer.json()) as { oneTimePassword?: string }
    if (!made.oneTimePassword) throw new Error(`${username}: ${JSON.stringify(made)}`)
    await choosePassword(service.url, username, made.oneTimePassword)
  }
  return service
}
