/** Another record that a row may be: of the file itself or one that stands. */
export interface OtherRecord {
  readonly in: 'file' | 'database'
  /** Row of the file, from 1. */
  readonly row?: number
  readonly position?: number
  readonly id?: string
  readonly number: string
  readonly occurredAt: string | null
  readonly place: string
  readonly summary: string
  readonly hoursApart?: number
  /** Metres along the road where both have stakes of one road, else straight. */
  readonly metresApart?: number
}
