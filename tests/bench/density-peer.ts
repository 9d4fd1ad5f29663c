import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newRunFolder, removeRunFolder } from '../harness/run-folder.ts'
import type { DrawnEdge, Events } from './density-networks.ts'

export interface GrassSettings {
  readonly bandwidth: number
  readonly lixelLength: number
}

export interface GrassSegment {
  readonly middle: readonly [number, number]
  /** Events per metre. */
  readonly density: number
}

export interface Grass {
  /** The module alone: the session is set up and the data lie in it. */
  run(): void
  /** What the last run has written: segments with a density, the others are left out. */
  segments(): GrassSegment[]
  close(): void
}

/** GRASS writes densities as whole numbers. */
const multiplier = 1e8

function linesFile(edges: readonly DrawnEdge[]): string {
  return edges.map(({ from, to }, i) => `L 2 1\n ${from.join(' ')}\n ${to.join(' ')}\n 1 ${i + 1}\n`).join('')
}

function pointsFile(
  edges: readonly DrawnEdge[],
  length: number,
  events: Events,
  order: readonly string[],
): string {
  const byId = new Map(edges.map((edge) => [edge.id, edge]))
  return Array.from(events.positions, (position, i) => {
    const { from, to } = byId.get(order[events.edges[i]!]!)!
    const share = position / length
    return from.map((start, axis) => start + share * (to[axis]! - start)).join(' ')
  }).join('\n')
}

/** Without the start of a session: `v.kernel` is a program like any other once it is told where the data are. */
function environmentOf(folder: string): NodeJS.ProcessEnv {
  const base = execFileSync('grass', ['--config', 'path'], { encoding: 'utf8' }).trim()
  const session = join(folder, 'session')
  writeFileSync(session, `GISDBASE: ${folder}\nLOCATION_NAME: plane\nMAPSET: PERMANENT\nGUI: text\n`)
  return {
    ...process.env,
    GISBASE: base,
    GISRC: session,
    GRASS_VERBOSE: '-1',
    PATH: `${base}/bin:${base}/scripts:${process.env['PATH']}`,
    LD_LIBRARY_PATH: `${base}/lib`,
  }
}

function readSegments(text: string): GrassSegment[] {
  const blocks = text.split(/^L +2 1$/m).slice(1)
  return blocks.map((block) => {
    const [a, b, category] = block
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/ +/).map(Number) as [number, number])
    return { middle: [(a![0] + b![0]) / 2, (a![1] + b![1]) / 2], density: category![1] / multiplier }
  })
}

/** The same roads and events in GRASS; throws where it is not installed. */
export function openGrass(
  { edges, length, order }: { edges: readonly DrawnEdge[]; length: number; order: readonly string[] },
  events: Events,
  { bandwidth, lixelLength }: GrassSettings,
): Grass {
  const folder = newRunFolder()
  const [roads, points] = [join(folder, 'roads.txt'), join(folder, 'points.txt')]
  writeFileSync(roads, linesFile(edges))
  writeFileSync(points, pointsFile(edges, length, events, order))
  execFileSync('grass', ['-c', 'XY', join(folder, 'plane'), '-e'], { stdio: 'ignore' })
  const env = environmentOf(folder)
  const call = (name: string, ...given: string[]) =>
    execFileSync(name, given, {
      env,
      encoding: 'utf8',
      maxBuffer: 2 ** 29,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  call('v.in.ascii', '-n', `input=${roads}`, 'output=roads', 'format=standard')
  call('v.in.ascii', `input=${points}`, 'output=points', 'separator=space')
  const settings = [`radius=${bandwidth}`, `segmax=${lixelLength}`, 'kernel=quartic', 'node=split']
  return {
    run: () =>
      call(
        'v.kernel',
        'input=points',
        'net=roads',
        'output=dens',
        `multiplier=${multiplier}`,
        ...settings,
        '--o',
      ),
    segments: () =>
      readSegments(
        call('v.out.ascii', 'input=dens', 'output=-', 'type=line', 'format=standard', 'precision=12'),
      ),
    close: () => removeRunFolder(folder),
  }
}
