import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import sharp from 'sharp'
import { paperWriters, type DocumentFormat } from '../../api/documents/answer-document.ts'
import type { Block, Picture } from '../../api/documents/paper.ts'

/** Runs in a process of its own, whose memory is bounded and counted: format, tickets, photos of each, file. */
const [format, tickets, photos, path] = process.argv.slice(2)
const count = Number(tickets)

const text =
  '运煤专线与主线平面交叉，支线未设置减速让行标志标线，夜间无照明，重型货车左转切入；主线纵坡3.8%连续下坡2.1公里，弯道视距不足110米，冬季桥面易结冰。'

/** A photo with grain compresses as badly as a real one: about 150 kB. */
const grain = Buffer.alloc(1024 * 768 * 3)
for (let index = 0, value = 1; index < grain.length; index += 1) {
  value = (value * 1103515245 + 12345) % 2147483648
  grain[index] = 110 + ((value >> 16) & 31)
}
const bytes = await sharp(grain, { raw: { width: 1024, height: 768, channels: 3 } })
  .jpeg({ quality: 78 })
  .toBuffer()

const photo = (caption: string): Picture => ({
  caption,
  widthPixels: 1024,
  heightPixels: 768,
  type: 'jpg',
  read: () => Promise.resolve(Uint8Array.from(bytes)),
})

function* ticket(number: number): Generator<Block> {
  yield { kind: 'title', text: `道路交通安全隐患档案（第${number}号）` }
  yield { kind: 'spread', parts: [`编号：鄂交隐〔2026〕${number}`, '填表日期：2026年12月5日'] }
  yield {
    kind: 'form',
    rows: [
      { fields: [{ label: '隐患名称', value: `G109 K${1000 + number}+200 平交路口` }] },
      {
        fields: [
          { label: '等级', value: '重大' },
          { label: '督办级别', value: '旗级' },
          { label: '时限', value: '2026-06-30' },
        ],
      },
      { fields: [{ label: '主要情况', value: text }] },
      { fields: [{ label: '治理措施', value: text }] },
    ],
  }
  yield {
    kind: 'table',
    columns: ['时间', '环节', '经办', '说明'].map((header, x) => ({ header, width: [2, 2, 2, 6][x]! })),
    rows: Array.from({ length: 8 }, (_, row) => [
      `2026-0${row + 1}-12`,
      '填报进展',
      '棋盘井中队',
      text.slice(0, 40),
    ]),
  }
  yield {
    kind: 'pictures',
    perRow: 3,
    pictures: Array.from({ length: Number(photos) }, (_, index) => photo(`第${number}处照片${index + 1}`)),
  }
  yield { kind: 'note', text: '统计口径：一般程序　生成时间：2026-12-05 10:00　校验码：0123456789abcdef' }
  yield { kind: 'pageBreak' }
}

async function* blocks(): AsyncGenerator<Block> {
  for (let number = 1; number <= count; number += 1) {
    yield* ticket(number)
    await Promise.resolve()
  }
}

/** How long the others were kept waiting at most. */
let [last, longestMs] = [performance.now(), 0]
const pulse = setInterval(() => {
  longestMs = Math.max(longestMs, performance.now() - last - 20)
  last = performance.now()
}, 20)

const idleBytes = process.memoryUsage.rss()
const start = performance.now()
const paper = { title: '隐患档案', layout: 'form' as const, blocks: blocks() }
await pipeline(Readable.from(paperWriters[format as DocumentFormat](paper)), createWriteStream(path!))
clearInterval(pulse)
console.log(
  JSON.stringify({
    seconds: (performance.now() - start) / 1000,
    idleBytes,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    fileBytes: (await stat(path!)).size,
    photoBytes: bytes.length,
    longestMs,
  }),
)
