import type { Kysely, Transaction } from 'kysely'

/** Every table of the service. A feature adds its own beside its code: `declare module '../db/tables.ts' { interface Tables { … } }`. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Tables {}

export type Database = Kysely<Tables>
export type Trx = Transaction<Tables>
