import { createWriteStream } from 'node:fs'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeCsvStream, writeXlsxStream } from 'hucre'
import * as codes from '../../api/accidents/accident-codes.ts'
import { stakeToPoint } from '../../api/roads/network/linear-referencing.ts'
import { bannerNetwork } from '../api/roads/network/banner-network.ts'
import { seededRandom } from '../fixtures/roads/road-files.ts'

export interface AccidentFile {
  readonly kind: 'xlsx' | 'csv'
  readonly name: string
  readonly path: string
  readonly rows: number
}

const titles = [
  ...['事故编号', '发生时间', '适用程序', '路号', '桩号', '事故地点', '经度', '纬度'],
  ...[
    '当场死亡人数',
    '死亡人数',
    '受伤人数',
    '直接财产损失',
    '事故形态',
    '车辆间事故',
    '撞物',
    '天气',
    '能见度',
    '照明条件',
  ],
  ...['路面状况', '路表情况', '地形', '道路线形', '是否逃逸', '机动车数', '行人数', '简要案情'],
]

const newest = Date.UTC(2026, 10, 20)
/** Nothing within two hours and 200 m of anything else but by chance, and a hundred thousand in under twenty years. */
const apartMs = 95 * 60_000

const stakeText = (stake: number) => `K${Math.floor(stake / 1000)}+${String(stake % 1000).padStart(3, '0')}`

const namesOf = (table: codes.CodeTable, isWanted: (code: string) => boolean = () => true) =>
  Object.entries(table).flatMap(([code, { zh }]) => (isWanted(code) ? [zh] : []))

const fixedObjects = namesOf(codes.objectsHit, (code) => code < '30')
const looseObjects = namesOf(codes.objectsHit, (code) => code > '30')
const circumstances = [
  codes.weathers,
  codes.visibilities,
  codes.lights,
  codes.surfaceStates,
  codes.surfaceConditions,
  codes.terrains,
  codes.alignments,
].map((table) => namesOf(table))

function picker(random: () => number) {
  const any = (names: readonly string[]) => names[Math.floor(random() * names.length)]!
  const upTo = (most: number) => Math.floor(random() * (most + 1))
  /** The form, and what is asked for with it. */
  const form = (): (string | null)[] => {
    const [code, { zh }] = Object.entries(codes.forms)[upTo(Object.keys(codes.forms).length - 1)]!
    const collision = ['11', '12'].includes(code) ? any(namesOf(codes.collisions)) : null
    const struck = { 35: fixedObjects, 36: looseObjects }[code]
    return [zh, collision, struck ? any(struck) : null]
  }
  return { any, upTo, form }
}

function placeOn(random: () => number) {
  const { sections } = bannerNetwork
  const { road, fromStake, toStake } = sections[Math.floor(random() * sections.length)]!
  const stake = Math.round(fromStake + random() * (toStake - fromStake))
  const found = stakeToPoint(bannerNetwork, road, stake)
  if (!found) throw new Error(`No place on ${road} at ${stake}`)
  return { road, stake, lon: Number(found.point[0].toFixed(6)), lat: Number(found.point[1].toFixed(6)) }
}

/** Clean rows as the national platform exports them, the same every time: what is measured is the usual row, not the traps. */
export function* accidentRows(count: number): Generator<(string | number | null)[]> {
  const random = seededRandom(20261123)
  const { any, upTo, form } = picker(random)
  yield titles
  for (let i = 0; i < count; i++) {
    const at = new Date(newest - i * apartMs).toISOString()
    const { road, stake, lon, lat } = placeOn(random)
    const isGeneral = upTo(9) < 2
    const killed = isGeneral && upTo(9) === 0 ? 1 : 0
    const km = Math.floor(stake / 1000)
    yield [
      // A last figure other than zero, as of numbers that no spreadsheet has rounded.
      `1506241${at.slice(0, 4)}${String(i).padStart(6, '0')}${1 + (i % 9)}`,
      at.slice(0, 16).replace('T', ' '),
      isGeneral ? '一般程序' : '简易程序',
      ...[road, stakeText(stake), `${road}线${km}公里${stake % 1000}米处`, lon, lat],
      ...[killed, killed, isGeneral ? 1 + upTo(3) : 0, upTo(90) * 100],
      ...form(),
      ...circumstances.map((names) => any(names)),
      ...[upTo(99) === 0 ? '是' : '否', 1 + upTo(2), upTo(20) === 0 ? 1 : 0],
      `某某驾驶车辆沿${road}线行驶至${km}公里处时发生事故，第${i}起`,
    ]
  }
}

const streams = {
  xlsx: (rows: number) => writeXlsxStream(accidentRows(rows), { name: '事故清单' }),
  csv: (rows: number) => writeCsvStream(accidentRows(rows), { bom: true }),
} as const

export async function writeAccidentFile(
  folder: string,
  kind: AccidentFile['kind'],
  rows: number,
): Promise<AccidentFile> {
  const path = join(folder, `事故.${kind}`)
  await pipeline(Readable.fromWeb(streams[kind](rows) as never), createWriteStream(path))
  return { kind, name: basename(path), path, rows }
}
