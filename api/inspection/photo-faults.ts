import type { HazardStatus } from '../hazards/hazard-status.ts'
import type { PhotoFinding } from '../hazards/photos/photo-findings.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import type { Detail } from './finding-words.ts'

export interface SeenPhoto {
  readonly hazardId: string
  readonly takenAt: Date | null
  readonly withdrawnAt: Date | null
  readonly findings: readonly PhotoFinding[]
}

interface Ticket {
  readonly hazardId: string
  readonly number: string
  readonly title: string
  readonly squad: string | null
  readonly status: number
}

export interface PhotoFault extends Ticket {
  readonly code: 'photoFar' | 'photoBeforeFound' | 'photoReused'
  readonly detail: Detail
}

/** Merged and refused: nobody goes there any more. */
const notVisited: readonly number[] = [16, 17] satisfies HazardStatus[]

function faultsOf(ticket: Ticket, photos: readonly SeenPhoto[]): PhotoFault[] {
  const found = photos.flatMap(({ findings }) => findings)
  const far = found.flatMap((finding) => (finding.code === 'farAway' ? [finding.metres] : []))
  const early = photos
    .filter(({ findings }) => findings.some(({ code }) => code === 'beforeDiscovery'))
    .flatMap(({ takenAt }) => (takenAt ? [bannerDay(takenAt)] : []))
    .sort()
  const others = new Set(found.flatMap((finding) => (finding.code === 'reused' ? finding.hazards : [])))
  const isVisited = !notVisited.includes(ticket.status)
  return [
    ...(far.length > 0 && isVisited
      ? [{ ...ticket, code: 'photoFar' as const, detail: { photos: far.length, metres: Math.max(...far) } }]
      : []),
    ...(early[0] === undefined
      ? []
      : [{ ...ticket, code: 'photoBeforeFound' as const, detail: { taken: early[0] } }]),
    ...[...others].sort().map((other): PhotoFault => ({ ...ticket, code: 'photoReused', detail: { other } })),
  ]
}

/** What is wrong with the photos that stand, ticket by ticket: one line for each kind of fault. */
export function photoFaults(tickets: readonly Ticket[], photos: readonly SeenPhoto[]): PhotoFault[] {
  const standing = photos.filter(({ withdrawnAt }) => withdrawnAt === null)
  const groups = new Map<string, SeenPhoto[]>()
  for (const photo of standing) groups.set(photo.hazardId, [...(groups.get(photo.hazardId) ?? []), photo])
  return tickets.flatMap((ticket) => faultsOf(ticket, groups.get(ticket.hazardId) ?? []))
}
