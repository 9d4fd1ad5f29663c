import { setTimeout as sleep } from 'node:timers/promises'
import { parseCsv, writeCsv } from 'hucre/csv'
import type { ImportBatch } from '../../api/imports/import.schema.ts'
import { signedIn } from '../harness/running-service.ts'

type Request = Awaited<ReturnType<typeof signedIn>>

interface Ledger {
  readonly kind: 'accidents' | 'hazards' | 'facilities'
  readonly query: string
  /** What tells one record from another and where it lies; a copy is numbered and located anew. */
  readonly blanked: readonly string[]
}

const place = ['经度', '纬度', '坐标系', '原始坐标', '定位', '苏木镇', '中队']
const ledgers: readonly Ledger[] = [
  { kind: 'accidents', query: '&calibre=all', blanked: [...place, '事故地点', '登记编号', '统计事故编号'] },
  { kind: 'hazards', query: '', blanked: [...place, '隐患编号', '技术编号', '位置描述'] },
  { kind: 'facilities', query: '', blanked: [...place, '设施编号', '位置描述', '关联隐患'] },
]
const copies = 9
const stepMetres = 430

/** K1046+200 as K1046+630: wherever a stake is written, in a title as in a column. */
const movedStakes = (text: string, metres: number) =>
  text.replaceAll(/K(\d{1,4})\+(\d{3})/g, (_, kilometres: string, rest: string) => {
    const moved = Number(kilometres) * 1000 + Number(rest) + metres
    return `K${Math.floor(moved / 1000)}+${String(moved % 1000).padStart(3, '0')}`
  })

/** The last five digits of an accident's number count within a year; those of a copy begin where no other begins. */
const movedNumber = (number: string, copy: number) =>
  number.replace(/\d{5}$/, (digits) => String(Number(digits) + copy * 1000).padStart(5, '0'))

function copyOf(
  [head = [], ...rows]: readonly (readonly string[])[],
  blanked: readonly string[],
  copy: number,
): string[][] {
  const cellOf = (text: string, column: number) => {
    if (blanked.includes(head[column]!)) return ''
    return head[column] === '事故编号' ? movedNumber(text, copy) : movedStakes(text, copy * stepMetres)
  }
  return [[...head], ...rows.map((row) => row.map(cellOf))]
}

async function settled(request: Request, id: string): Promise<ImportBatch> {
  for (;;) {
    const batch = (await (await request(`/api/imports/${id}`)).json()) as ImportBatch
    if (!['reading', 'committing'].includes(batch.status)) return batch
    await sleep(500)
  }
}

async function takeIn(request: Request, kind: string, csv: string): Promise<void> {
  const body = new FormData()
  body.append('kind', kind)
  body.append('file', new Blob([csv]), `${kind}.csv`)
  const sent = await request('/api/imports', { method: 'POST', body })
  const { id } = (await sent.json()) as ImportBatch
  await settled(request, id)
  // A copy looks like the record that it was copied from: somebody has to say that it is another one.
  const take = JSON.stringify({ rule: { check: 'take' } })
  await request(`/api/imports/${id}`, { method: 'PATCH', body: take })
  const batch = await settled(request, id)
  const headers = { 'if-match': `"${batch.version}"` }
  const answer = await request(`/api/imports/${id}/commit`, { method: 'POST', headers })
  if (!answer.ok) throw new Error(`${kind}: ${await answer.text()}`)
  const { counts } = await settled(request, id)
  console.log(`${kind}: ${JSON.stringify(counts)}`)
}

/** The demonstration's records nine times more, a little further along their roads, through the import of ledgers. */
export async function multiplyRecords(url: string): Promise<void> {
  const request = await signedIn(url, 'accident')
  const reading = await signedIn(url, 'leader')
  for (const { kind, query, blanked } of ledgers) {
    const text = await (await reading(`/api/${kind}?format=csv${query}`)).text()
    const rows = parseCsv(text.replace(/^\uFEFF/, '')).map((row) => row.map((cell) => String(cell ?? '')))
    // One file for each copy: all in one would keep the embedded database at a single statement for too long.
    for (let copy = 1; copy <= copies; copy++)
      await takeIn(request, kind, writeCsv(copyOf(rows, blanked, copy)))
  }
}
