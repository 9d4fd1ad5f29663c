import { randomUUID } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimes,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { isAlive, thisProcess, type ProcessIdentity } from './process-identity.ts'

/**
 * Two engines on one folder lose data, so a folder has one owner: whoever made the ticket with the highest number.
 * A ticket appears whole and once (link is atomic), numbers only grow, and a released ticket stays until the next one
 * is there; so of two processes that find the same dead owner, only one can make the next number, and a late one that
 * makes an outdated number sees the higher one and withdraws.
 */
export interface LockTicket extends ProcessIdentity {
  readonly released: boolean
}

export interface FolderLock {
  release(): void
}

export type LockAttempt = { readonly lock: FolderLock } | { readonly owner: LockTicket }

const beatMs = 5_000
/** For an owner that cannot be looked up (another container on the same volume) only its heartbeat speaks. */
const silenceSeconds = 20

const lockFolder = (dataFolder: string) => join(dataFolder, 'lock')
const ticketPath = (dataFolder: string, number: number) =>
  join(lockFolder(dataFolder), `${String(number).padStart(12, '0')}.json`)

function ticketNumbers(dataFolder: string): number[] {
  const names = readdirSync(lockFolder(dataFolder)).filter((name) => /^\d{12}\.json$/.test(name))
  return names.map((name) => Number.parseInt(name, 10)).sort((a, b) => a - b)
}

function readTicket(path: string): LockTicket | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockTicket
  } catch {
    return undefined
  }
}

function secondsSilent(path: string): number {
  try {
    return (Date.now() - statSync(path).mtimeMs) / 1000
  } catch {
    return Infinity
  }
}

function isHeld(path: string, ticket: LockTicket): boolean {
  if (ticket.released) return false
  return isAlive(ticket) ?? secondsSilent(path) < silenceSeconds
}

/** The owner is judged together with the number it was judged by: a next ticket may only follow that number. */
function judgeNewest(dataFolder: string): { newest: number; owner: LockTicket | undefined } {
  mkdirSync(lockFolder(dataFolder), { recursive: true })
  const newest = ticketNumbers(dataFolder).at(-1) ?? 0
  const path = ticketPath(dataFolder, newest)
  const ticket = readTicket(path)
  return { newest, owner: ticket && isHeld(path, ticket) ? ticket : undefined }
}

/** The process that has the folder open now, if any. */
export function findLockOwner(dataFolder: string): LockTicket | undefined {
  return existsSync(lockFolder(dataFolder)) ? judgeNewest(dataFolder).owner : undefined
}

function putTicket(dataFolder: string, number: number, ticket: LockTicket): boolean {
  const draft = join(lockFolder(dataFolder), `draft-${randomUUID()}`)
  writeFileSync(draft, JSON.stringify(ticket))
  try {
    linkSync(draft, ticketPath(dataFolder, number))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft)
  }
}

function holdTicket(dataFolder: string, number: number, ticket: LockTicket): FolderLock {
  const path = ticketPath(dataFolder, number)
  const beat = setInterval(() => utimes(path, new Date(), new Date(), () => undefined), beatMs)
  beat.unref()
  return {
    release() {
      clearInterval(beat)
      writeFileSync(path, JSON.stringify({ ...ticket, released: true }))
    },
  }
}

export function tryLockFolder(dataFolder: string): LockAttempt {
  const { newest, owner } = judgeNewest(dataFolder)
  if (owner) return { owner }
  const number = newest + 1
  const ticket: LockTicket = { ...thisProcess(), released: false }
  if (!putTicket(dataFolder, number, ticket)) return tryLockFolder(dataFolder)
  const numbers = ticketNumbers(dataFolder)
  if (numbers.at(-1)! > number) {
    rmSync(ticketPath(dataFolder, number), { force: true })
    return tryLockFolder(dataFolder)
  }
  for (const older of numbers) if (older < number) rmSync(ticketPath(dataFolder, older), { force: true })
  return { lock: holdTicket(dataFolder, number, ticket) }
}
