import type { LonLat } from '../../roads/network/geodesy.ts'
import { readStakeParameter } from '../../roads/stakes/stake-parameter.ts'
import { ImportRefused } from './import-refusal.ts'
import { importRoadsMessages } from './import-roads-messages.ts'

/** The options of the command as they were typed. */
export const importRoadsOptions = {
  road: { type: 'string', multiple: true },
  start: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  carriageways: { type: 'boolean', default: false },
  tolerance: { type: 'string' },
  margin: { type: 'string' },
  out: { type: 'string' },
  apply: { type: 'boolean', default: false },
  reason: { type: 'string' },
} as const

export interface TypedOptions {
  readonly road?: string[] | undefined
  readonly start?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly carriageways: boolean
  readonly tolerance?: string | undefined
  readonly margin?: string | undefined
  readonly out?: string | undefined
  readonly apply: boolean
  readonly reason?: string | undefined
}

function readPoint(option: string, text: string): LonLat {
  const numbers = text.split(/[,，\s]+/).map(Number)
  const [longitude, latitude] = numbers
  const isPlace = numbers.length === 2 && Math.abs(longitude!) <= 180 && Math.abs(latitude!) <= 90
  if (!isPlace) throw new ImportRefused(importRoadsMessages.unreadable(option, text, '"107.98,39.10"'))
  return [longitude!, latitude!]
}

function readStake(option: string, text: string): number {
  const parsed = readStakeParameter(text)
  if (!parsed.ok || parsed.reading.ambiguous)
    throw new ImportRefused(importRoadsMessages.unreadable(option, text, 'K930+000'))
  return parsed.reading.from
}

function readMetres(option: string, text: string): number {
  const metres = Number(text)
  if (text.trim() === '' || !(metres >= 0 && metres <= 100_000))
    throw new ImportRefused(importRoadsMessages.unreadable(option, text, '500'))
  return metres
}

const given = <T>(text: string | undefined, read: (text: string) => T) =>
  text === undefined ? undefined : read(text)

/** From the words of the command line to a request, or a refusal that says which word is wrong. */
export function readImportArguments(positionals: readonly string[], typed: TypedOptions) {
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new ImportRefused(importRoadsMessages.noFile())
  const ofOneRoad = typed.start ?? typed.from ?? typed.to
  if (ofOneRoad !== undefined && typed.road?.length !== 1)
    throw new ImportRefused(importRoadsMessages.oneRoadOnly())
  const reason = typed.reason?.trim() ?? ''
  if (typed.apply && reason.length < 2) throw new ImportRefused(importRoadsMessages.reasonNeeded())
  const tolerance = given(typed.tolerance, (text) => readMetres('--tolerance', text))
  const margin = given(typed.margin, (text) => readMetres('--margin', text))
  const request = {
    file,
    ...(typed.road && { roads: typed.road }),
    ...(tolerance !== undefined && { tolerance }),
    ...(margin !== undefined && { margin }),
    start: given(typed.start, (text) => readPoint('--start', text)),
    from: given(typed.from, (text) => readStake('--from', text)),
    to: given(typed.to, (text) => readStake('--to', text)),
    carriageways: typed.carriageways,
  }
  return { request, reason, applies: typed.apply, out: typed.out }
}
