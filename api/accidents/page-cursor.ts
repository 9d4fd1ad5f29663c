import { z } from 'zod'

export interface Position {
  readonly occurredAt: string
  readonly id: string
}

const Parts = z.tuple([z.iso.datetime({ offset: true }), z.uuid()])

/** Where the next page goes on: after this accident, in the order of time. */
export const writeCursor = ({ occurredAt, id }: Position): string => `${occurredAt}~${id}`

export function readCursor(text: string): Position | undefined {
  const parts = Parts.safeParse(text.replace(' ', '+').split('~'))
  return parts.success ? { occurredAt: parts.data[0], id: parts.data[1] } : undefined
}
