import { signedIn } from '../harness/running-service.ts'
import type { Records } from './screens.ts'

type Request = Awaited<ReturnType<typeof signedIn>>

async function firstOf(request: Request, path: string): Promise<string | undefined> {
  const { items } = (await (await request(path)).json()) as { items: { id: string }[] }
  return items[0]?.id
}

async function worstPlace(request: Request): Promise<string | undefined> {
  const run = await firstOf(request, '/api/screenings?preset=P1a&limit=1')
  if (!run) return undefined
  const { sites } = (await (await request(`/api/screenings/${run}`)).json()) as { sites: { id: string }[] }
  return sites[0]?.id
}

/** A draft of the open tickets that are listed, made once. */
async function supervisionList(request: Request): Promise<string | undefined> {
  const there = await firstOf(request, '/api/supervision-lists')
  if (there) return there
  const body = JSON.stringify({ filter: { open: true } })
  const answer = await request('/api/supervision-lists', { method: 'POST', body })
  return answer.ok ? ((await answer.json()) as { id: string }).id : undefined
}

/** An export that is done, so that its panel has something to show. */
async function orderExport(request: Request): Promise<void> {
  if (await firstOf(request, '/api/exports')) return
  const body = JSON.stringify({ kind: 'hazardLedger', format: 'pdf', request: {} })
  await request('/api/exports', { method: 'POST', body })
}

interface Ticket {
  readonly id: string
  readonly allowedActions: readonly string[]
  readonly furtherActs: readonly string[]
}

/** Of each act the first ticket that waits for it. */
async function ticketsByAct(request: Request): Promise<[string, string][]> {
  const { items } = (await (await request('/api/hazards?limit=200')).json()) as { items: Ticket[] }
  return items
    .flatMap(({ id, allowedActions, furtherActs }) =>
      [...allowedActions, ...furtherActs].map((act): [string, string] => [`act:${act}`, id]),
    )
    .reverse()
}

/** What stands for its kind in the pictures; nothing where there is none. */
export async function findRecords(url: string, password: string): Promise<Records> {
  const leader = await signedIn(url, 'leader', password)
  const clerk = await signedIn(url, 'clerk', password)
  await orderExport(leader)
  const found = {
    hazard: await firstOf(leader, '/api/hazards?status=40&limit=1'),
    closedHazard: await firstOf(leader, '/api/hazards?status=70&limit=1'),
    facility: await firstOf(leader, '/api/facilities?limit=1'),
    accident: await firstOf(leader, '/api/accidents?severity=fatal&limit=1'),
    hotspot: await worstPlace(leader),
    list: await supervisionList(clerk),
  }
  const accident = await signedIn(url, 'accident', password)
  const acts = [...(await ticketsByAct(accident)), ...(await ticketsByAct(leader))]
  const known = Object.entries(found).filter(([, id]) => id !== undefined)
  return Object.fromEntries([...acts, ...known]) as Records
}
