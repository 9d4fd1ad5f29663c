import { existsSync, readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** A pid is used again after a reboot, and means another process in another container: all of it names a process. */
export interface ProcessIdentity {
  readonly pid: number
  readonly startedAt: string | undefined
  /** Machine, boot and pid namespace: within one place a pid can be looked up. */
  readonly place: string
}

const readTrimmed = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : '')

function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

/** Clock ticks since boot, field 22 of /proc/PID/stat; the command in field 2 may hold spaces and brackets. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

export function thisProcess(): ProcessIdentity {
  const place = [hostname(), readTrimmed('/proc/sys/kernel/random/boot_id'), pidNamespace()].join(' ')
  return { pid: process.pid, startedAt: startOf(process.pid), place }
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Undefined when it cannot be known from here: another machine or container, or an older process of this pid. */
export function isAlive(other: ProcessIdentity): boolean | undefined {
  if (other.place !== thisProcess().place) return undefined
  if (!answersSignals(other.pid)) return false
  if (other.startedAt === undefined) return undefined
  return startOf(other.pid) === other.startedAt
}
