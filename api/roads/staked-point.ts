import type { LonLat } from './network/geodesy.ts'

/** A record that lies where its stake is. */
export interface StakedPoint {
  readonly id: string
  readonly stake: number
  readonly point: LonLat | null
  /** It lies by the posts of that day. */
  readonly day: string
}

/** Where it lies once the line has changed; null where its stake is no longer on the road. */
export type FollowedPoint = Pick<StakedPoint, 'id' | 'point'>

/** For `json_to_recordset(… as moved(id uuid, lon float8, lat float8))`. */
export const packedPoints = (points: readonly FollowedPoint[]): string =>
  JSON.stringify(points.map(({ id, point }) => ({ id, lon: point?.[0] ?? null, lat: point?.[1] ?? null })))
