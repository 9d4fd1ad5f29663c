import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openDatabase } from '../../api/db/open-database.ts'
import { paperWriters, type DocumentFormat } from '../../api/documents/answer-document.ts'
import { listHazards } from '../../api/hazards/hazard.queries.ts'
import { sheetPaper } from '../../api/letters/hazard-sheet/sheet-paper.commands.ts'
import { openPhotoStore } from '../../api/photos/open-store.commands.ts'

const [format, count, path, databaseUrl, dataFolder] = process.argv.slice(2) as [
  DocumentFormat,
  string,
  string,
  string,
  string,
]
const now = new Date('2026-11-23T02:00:00Z')

const { db, close } = await openDatabase({ databaseUrl, dataFolder })
const all = await listHazards(db, {}, { limit: 100 }, '2026-11-23')
// A sheet holds three photos where one shows the hazard, one the work and one the end of it.
const rich = all.filter(
  ({ facts: { photos } }) =>
    photos.found && (photos.control ?? photos.remedying) && (photos.remedied ?? photos.acceptance),
)
const ids = Array.from({ length: Number(count) }, (_, i) => rich[i % rich.length]!.id)

const idleBytes = process.memoryUsage().rss
let peakBytes = idleBytes
let longestMs = 0
let last = performance.now()
const watch = setInterval(() => {
  peakBytes = Math.max(peakBytes, process.memoryUsage().rss)
  longestMs = Math.max(longestMs, performance.now() - last - 20)
  last = performance.now()
}, 20)
const began = performance.now()
const paper = await sheetPaper(db, ids, {
  ...{ edition: 'internal', now, madeBy: '内勤', demo: true },
  store: openPhotoStore(dataFolder),
})
await pipeline(Readable.from(paperWriters[format](paper)), createWriteStream(path))
const seconds = (performance.now() - began) / 1000
clearInterval(watch)
await close()
console.log(JSON.stringify({ seconds, idleBytes, peakBytes, longestMs, hazards: rich.length }))
