import type { Geometry, Position } from 'geojson'
import { photoStages, type PhotoStage } from '../hazards/photos/photo-stages.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import { demoId } from './demo-id.ts'
import { demoUser, squadPeople, type DemoUser } from './demo-users.ts'
import type { DemoTransition } from './hazard-history.ts'
import type { HazardSeed } from './hazard-seed.ts'
import { sceneVariants } from './photo-scene.ts'
import { createRandom, type Random } from './seeded-random.ts'

/** A photo of the demonstration before its picture is drawn. */
export interface DemoPhoto {
  readonly id: string
  readonly hazardId: string
  readonly item: number
  readonly stage: PhotoStage
  readonly variant: number
  readonly takenAt: Date
  readonly at: Date
  readonly by: DemoUser
  readonly point: readonly [longitude: number, latitude: number] | undefined
  /** Deliberate: shows the very bytes of this ticket's photo of the stage. */
  readonly sameAsItem?: number
}

interface Ticket {
  readonly hazard: HazardSeed
  readonly id: string
  readonly history: readonly DemoTransition[]
  readonly row: { readonly found_at: string; readonly geom: Geometry | null }
}

/** What an inspector is to find: one ticket closed without its after-photo, one photo from elsewhere, one used twice. */
export const demoPhotoFaults = {
  withoutRemedied: 5,
  farAway: 13,
  reused: { item: 10, from: 7, stage: 'receipt' },
} as const

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const farDegrees = 0.024

function positionOf(geometry: Geometry | null): Position | undefined {
  if (geometry?.type === 'Point') return geometry.coordinates
  if (geometry?.type === 'LineString') return geometry.coordinates[0]
  return geometry?.type === 'MultiLineString' ? geometry.coordinates[0]?.[0] : undefined
}

/** Where an officer stands to take it: some metres beside the place, never twice on the same spot. */
function pointOf(geometry: Geometry | null, random: Random): DemoPhoto['point'] {
  const [longitude, latitude] = positionOf(geometry) ?? []
  if (longitude === undefined || latitude === undefined) return undefined
  const beside = () => random.integer(-25, 25) / 100_000
  return [longitude + beside(), latitude + beside()]
}

interface Taken {
  readonly stage: PhotoStage
  readonly takenAt: number
  readonly at: number
  readonly by: DemoUser
}

/** The lamps and signs were put up three days after the find, or as soon as there was a ticket. */
function controlled({ hazard, history }: Ticket, now: Date): Taken {
  const registered = Date.parse(history[0]!.at)
  const day = bannerDay(new Date(now.getTime() - Math.max(0, hazard.foundDaysAgo - 3) * 24 * hourMs))
  const planned = Date.parse(`${day}T10:20:00+08:00`)
  const takenAt = Math.min(Math.max(planned, registered + 20 * minuteMs), now.getTime() - 20 * minuteMs)
  return { stage: 'control', takenAt, at: takenAt + 10 * minuteMs, by: demoUser('facility') }
}

interface Proof {
  readonly stage: PhotoStage
  /** Minutes before the act at which the picture was taken, and sent. */
  readonly taken: number
  readonly sent: number
  /** Left out: the officer of the squad. */
  readonly by?: string
}

const proofs: Readonly<Partial<Record<string, Proof>>> = {
  progress: { stage: 'remedying', taken: 70, sent: 6 },
  requestAcceptance: { stage: 'remedied', taken: 100, sent: 12 },
  accept: { stage: 'acceptance', taken: 45, sent: 8, by: 'accident' },
  revisit: { stage: 'revisit', taken: 40, sent: 5, by: 'audit' },
  sign: { stage: 'receipt', taken: 15, sent: 4, by: 'clerk' },
}

/** Each photo where the act of the history is that it proves. */
function takenBy(ticket: Ticket, now: Date): Taken[] {
  const { hazard, history, row } = ticket
  const { officer, auxiliary } = squadPeople(hazard.squad)
  const found = Date.parse(row.found_at)
  const registered = Date.parse(history[0]!.at)
  const acts = history.flatMap((act): Taken[] => {
    const proof = proofs[act.action]
    if (!proof || (act.action === 'sign' && hazard.hasNoReceipt)) return []
    const at = Date.parse(act.at)
    const times = { takenAt: at - proof.taken * minuteMs, at: at - proof.sent * minuteMs }
    return [{ stage: proof.stage, ...times, by: proof.by ? demoUser(proof.by) : officer }]
  })
  return [
    { stage: 'found', takenAt: found + 4 * minuteMs, at: registered + 2 * minuteMs, by: auxiliary },
    ...(hazard.status === 10 ? [] : [controlled(ticket, now)]),
    ...acts,
  ]
}

const isLeftOut = (item: number, stage: PhotoStage) =>
  item === demoPhotoFaults.withoutRemedied && stage === 'remedied'

/** Photos that agree with what the tickets tell of themselves, but for a few faults that are there to be found. */
export function demoPhotos(tickets: readonly Ticket[], now: Date): DemoPhoto[] {
  const random = createRandom(640)
  return tickets.flatMap((ticket) => {
    const { item } = ticket.hazard
    return takenBy(ticket, now)
      .filter(({ stage }) => !isLeftOut(item, stage))
      .map(({ stage, takenAt, at, by }): DemoPhoto => {
        const { reused, farAway } = demoPhotoFaults
        const point = stage === 'receipt' ? undefined : pointOf(ticket.row.geom, random)
        const isFar = item === farAway && stage === 'found' && point !== undefined
        return {
          id: demoId(new Date(at), random),
          ...{ hazardId: ticket.id, item, stage, variant: item % sceneVariants, by },
          // A camera writes whole seconds.
          ...{ takenAt: new Date(Math.floor(takenAt / 1000) * 1000), at: new Date(at) },
          point: isFar ? [point[0], point[1] + farDegrees] : point,
          ...(item === reused.item && stage === reused.stage ? { sameAsItem: reused.from } : {}),
        }
      })
  })
}

export const demoPhotoName = ({ item, stage }: Pick<DemoPhoto, 'item' | 'stage'>): string =>
  `演示-${String(item).padStart(2, '0')}-${photoStages[stage].zh}.jpg`
