import { migrateToLatest } from '../../api/db/migrate.ts'
import type { OpenedDatabase } from '../../api/db/open-database.ts'

/** `empty` has no tables, `migrated` all of them without rows, `gis` the road network, `demo` the demonstration data too. */
export type TemplateName = 'empty' | 'migrated' | 'gis' | 'demo'

interface Template {
  /** Copied before the builder runs; nothing: a database made afresh. */
  readonly base?: TemplateName
  readonly build: (opened: OpenedDatabase, dataFolder: string) => Promise<void>
}

const notYet = (name: TemplateName) => () => Promise.reject(new Error(`The template ${name} has no builder.`))

/** A template is made once per test run and copied for every test file that asks for it. */
export const templates: Readonly<Record<TemplateName, Template>> = {
  empty: { build: () => Promise.resolve() },
  migrated: { base: 'empty', build: ({ db }) => migrateToLatest(db) },
  gis: { base: 'migrated', build: notYet('gis') },
  demo: { base: 'gis', build: notYet('demo') },
}
