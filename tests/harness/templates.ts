import { migrateToLatest } from '../../api/db/migrate.ts'
import { loadDemoData } from '../../api/demo/load-demo.commands.ts'
import { openPhotoStore } from '../../api/photos/open-store.commands.ts'
import { ensureCalibratedLines } from '../../api/roads/network/calibrated-line.commands.ts'
import { loadGisData } from '../../api/roads/gis-data/load-gis-data.commands.ts'
import type { OpenedDatabase } from '../../api/db/open-database.ts'

/** `empty` has no tables, `migrated` all of them without rows, `gis` the road network, `demo` the demonstration data too. */
export type TemplateName = 'empty' | 'migrated' | 'gis' | 'demo'

interface Template {
  /** Copied before the builder runs; nothing: a database made afresh. */
  readonly base?: TemplateName
  readonly build: (opened: OpenedDatabase, dataFolder: string) => Promise<void>
}

/** The tests' clock stands at this day, so that the demonstration's due dates hold in them. */
export const demoLoadedAt = new Date('2026-11-23T02:00:00Z')

/** A template is made once per test run and copied for every test file that asks for it. */
export const templates: Readonly<Record<TemplateName, Template>> = {
  empty: { build: () => Promise.resolve() },
  migrated: { base: 'empty', build: ({ db }) => migrateToLatest(db) },
  gis: {
    base: 'migrated',
    build: async ({ db }) => {
      await loadGisData(db, { folder: 'gis-data', at: demoLoadedAt })
      await ensureCalibratedLines(db)
    },
  },
  demo: {
    base: 'gis',
    build: ({ db }, dataFolder) =>
      loadDemoData(db, { now: demoLoadedAt, photos: openPhotoStore(dataFolder) }),
  },
}
